using Cifra.Network;
using Cifra.Network.Lines;
using Cifra.Training.Optimizers;

namespace Cifra.Training;

/// <summary>All settings that the result of a training depends on, except its data and its seed.</summary>
public sealed record Recipe
{
    /// <summary>Most epochs of a training: a model file holds the learning curves in its header, which is bounded.</summary>
    public const int MostEpochs = 2000;

    /// <summary>What to call the recipe.</summary>
    public required string Name { get; init; }

    /// <summary>Key of <see cref="Architectures.All"/>; or, where <see cref="Network"/> is set, only what to call that network.</summary>
    public required string Architecture { get; init; }

    /// <summary>
    /// A network of the caller's own, in place of the named architecture. Kinds of layers that are not built in are named in
    /// <see cref="TrainingOptions.Layers"/>.
    /// Null for the architecture.
    /// </summary>
    public NetworkDescription? Network { get; init; }

    /// <summary>Passes through the training pictures, 1 to <see cref="MostEpochs"/>.</summary>
    public required int Epochs { get; init; }

    /// <summary>Pictures per step, 1 or more.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Learning rate at the peak of the schedule, above 0.</summary>
    public required double LearningRate { get; init; }

    /// <summary>How the learning rate changes in the course of the training.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>The optimizer.</summary>
    public required OptimizerSettings Optimizer { get; init; }

    /// <summary>Weight decay: pulls weights (not biases and norms) towards zero. 0 or more.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Share of the target spread over all classes, 0 up to 1.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Largest norm of the gradient, which is scaled down to it; null for no limit.</summary>
    public double? MaxGradientNorm { get; init; }

    /// <summary>Decay of the moving average of the weights that becomes the result; null keeps the last weights.</summary>
    public double? AverageDecay { get; init; }

    /// <summary>Random changes of the training pictures.</summary>
    public Augmentation Augmentation { get; init; } = Augmentation.None;

    /// <summary>Epochs at the end with augmentation of strength <see cref="MildStrength"/>; 0 to <see cref="Epochs"/>.</summary>
    public int MildEpochs { get; init; }

    /// <summary>Strength of the augmentation in those epochs, 0 (none) to 1 (as before).</summary>
    public double MildStrength { get; init; }

    /// <summary>
    /// Generated pictures that show no digit, added to each step, as a share of its pictures, 0 to 1. Above 0 the network gets an output for "not a digit".
    /// </summary>
    public double NonDigitShare { get; init; }

    /// <summary>
    /// Share of the pictures, 0 to 1, that is first drawn into a scene (a form, an envelope, a photo) and then found in it as the readers find digits.
    /// </summary>
    public double SceneShare { get; init; }

    /// <summary>Part of the target that is a teacher's output, 0 to 1; above 0 the training needs a teacher (Hinton, Vinyals, Dean 2015, arXiv:1503.02531).</summary>
    public double TeacherShare { get; init; }

    /// <summary>The recipe or ensemble that trains the teacher; null where there is none.</summary>
    public string? Teacher { get; init; }

    /// <summary>Settings for reading lines; null for single digits.</summary>
    public LineSettings? Lines { get; init; }

    /// <summary>The network that it trains: the architecture, with the outputs that its lines or its non-digits need.</summary>
    internal NetworkDescription Describe()
    {
        NetworkDescription network = Network ?? Architectures.All[Architecture];
        return Lines is { } lines ? Architectures.ForLines(network, lines.Width, lines.Symbols, lines.StepsOfPlace)
            : NonDigitShare > 0 ? Architectures.WithNonDigits(network) : network;
    }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrEmpty(Name);
        Guard.InRange(Epochs, 1, MostEpochs);
        Guard.InRange(BatchSize, 1, 65_536);
        Guard.InRange(LearningRate, 1e-9, 1e3);
        Guard.InRange(WeightDecay, 0, 1e3);
        Guard.InRange(LabelSmoothing, 0, 0.99);
        Guard.InRange(MaxGradientNorm ?? 1, 1e-6, double.MaxValue);
        Guard.InRange(MildEpochs, 0, Epochs);
        Guard.InRange(MildStrength, 0, 1);
        Guard.InRange(NonDigitShare, 0, 1);
        Guard.InRange(SceneShare, 0, 1);
        Guard.InRange(TeacherShare, 0, 1);
        if (Lines is { } lines)
        {
            Guard.InRange(lines.Symbols.Length, 1, 100);
            Guard.InRange(lines.Width, 64, LineClassifier.MostWidth);
            Guard.InRange(lines.Plates, 0, 10_000_000);
            Guard.InRange(lines.Uses, 1, 1000);
        }

        Schedule.Check();
        Augmentation.Check();
        if (Network is null && !Architectures.All.ContainsKey(Architecture))
        {
            throw new ArgumentException(
                $"There is no architecture \"{Architecture}\"; there are {string.Join(", ", Architectures.All.Keys)}.", nameof(Architecture));
        }
    }
}
