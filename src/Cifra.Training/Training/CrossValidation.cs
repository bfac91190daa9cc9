using System.Globalization;
using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Models;

namespace Cifra.Training;

/// <summary>Has every picture of a set read by a network that never saw it.</summary>
/// <remarks>
/// The set is dealt into stratified folds; for each, a network is trained on all others and reads it. The result depends on recipe, data,
/// folds and seed alone, not on how often it was interrupted and resumed.
/// </remarks>
public static class CrossValidation
{
    /// <summary>[N x 10] the out-of-sample probabilities of every picture, in the order of the set.</summary>
    /// <param name="recipe">How to train.</param>
    /// <param name="set">Labelled pictures, at least as many as folds.</param>
    /// <param name="options">Folds, seed, threads, folder.</param>
    /// <param name="cancellation">Stops after the step under way, with a checkpoint where there is a folder.</param>
    /// <exception cref="ArgumentException">A setting is out of range, or the set has too few pictures or no labels.</exception>
    /// <exception cref="OperationCanceledException">It was stopped. The same call with the same folder resumes.</exception>
    /// <exception cref="ForeignCheckpointException">The folder holds another cross-validation.</exception>
    /// <exception cref="InvalidDataException">A file of the folder is damaged.</exception>
    /// <exception cref="DivergedException">The loss of a training is no longer a number.</exception>
    public static float[] Probabilities(Recipe recipe, DigitSet set, CrossValidationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        Guard.InRange(options.Folds, 2, CrossValidationOptions.MostFolds);
        if (!set.HasLabels || set.Count < options.Folds)
        {
            throw new ArgumentException(
                $"{options.Folds} folds need as many labelled pictures; {set.Name} has {(set.HasLabels ? set.Count : 0)}.", nameof(set));
        }

        int[] folds = StratifiedFolds.Assign(set.Labels, options.Folds, options.Seed);
        float[] probabilities = new float[set.Count * DigitClassifier.Classes];
        for (int fold = 0; fold < options.Folds; fold++)
        {
            options.Progress?.Invoke(fold + 1, null);
            int[] held = Where(folds, f => f == fold);
            string name = string.Create(CultureInfo.InvariantCulture, $"fold {fold + 1} of {options.Folds}");
            DigitSet rest = set.Take(Where(folds, f => f != fold), $"{set.Name} but {name}");
            float[] read = Read(Network(recipe, rest, options, fold, cancellation), set.Take(held, name), options.Threads, cancellation);
            for (int i = 0; i < held.Length; i++)
            {
                read.AsSpan(i * DigitClassifier.Classes, DigitClassifier.Classes).CopyTo(probabilities.AsSpan(held[i] * DigitClassifier.Classes));
            }
        }

        return probabilities;
    }

    private static NeuralNetwork Network(Recipe recipe, DigitSet rest, CrossValidationOptions options, int fold, CancellationToken cancellation)
    {
        string? file = options.Folder is null
            ? null
            : Path.Combine(options.Folder, string.Create(CultureInfo.InvariantCulture, $"fold-{fold + 1}-of-{options.Folds}.safetensors"));
        if (file is not null && File.Exists(file))
        {
            return Finished(file, recipe, rest, options.Seed);
        }

        if (options.Folder is not null)
        {
            Directory.CreateDirectory(options.Folder);
        }

        string? checkpoint = file is null ? null : file + ".checkpoint";
        TrainingResult result = new Trainer(recipe, rest, validation: null, new TrainingOptions
        {
            Seed = options.Seed,
            Threads = options.Threads,
            CheckpointPath = checkpoint,
            CheckpointInterval = options.CheckpointInterval,
            Progress = progress => options.Progress?.Invoke(fold + 1, progress),
            Command = options.Command,
        }).Run(cancellation);
        if (file is not null && checkpoint is not null)
        {
            ModelFile.Save(file, result.Network, result.Card);
            File.Delete(checkpoint);
        }

        return result.Network;
    }

    private static NeuralNetwork Finished(string file, Recipe recipe, DigitSet rest, long seed)
    {
        DigitClassifier classifier = ModelFile.Load(file);
        ModelCard card = classifier.Card;
        return card.Recipe == recipe.Name && card.Seed == seed && card.History.Count == recipe.Epochs && card.DataDigest == TrainingData.Digest(rest, null)
            ? classifier.Network
            : throw new ForeignCheckpointException(
                $"{file}: holds a network of another cross-validation (recipe {card.Recipe}, {card.History.Count} epochs, seed {card.Seed}, or other data).");
    }

    private static float[] Read(NeuralNetwork network, DigitSet held, int threads, CancellationToken cancellation)
    {
        float[] probabilities = new float[held.Count * DigitClassifier.Classes];
        new DigitClassifier(network, threads).Probabilities(held.AllPixels, probabilities, cancellation);
        return probabilities;
    }

    private static int[] Where(int[] folds, Func<int, bool> wanted) => [.. Enumerable.Range(0, folds.Length).Where(i => wanted(folds[i]))];
}
