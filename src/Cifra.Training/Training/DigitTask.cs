using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Numerics;

namespace Cifra.Training;

/// <summary>Classifying digits, and non-digits where the recipe has them.</summary>
internal sealed class DigitTask : TrainingTask
{
    private readonly DigitSet? _validation; // the held-out pictures as this recipe's network is to read them
    private readonly TrainingOptions _options;
    private readonly BatchLoader _loader;
    private readonly Targets _targets;
    private readonly Teacher? _teacher;
    private readonly byte[] _labels;
    private int _count;

    public DigitTask(Recipe recipe, DigitSet train, DigitSet? validation, TrainingOptions options, NeuralNetwork network)
    {
        InputLevels.Check(network);
        Pictures = train.Count;
        _validation = validation is null ? null : HeldOutScenes.Of(validation, recipe.SceneShare);
        _options = options;
        _targets = new Targets(network.Output.Channels, recipe.LabelSmoothing, recipe.TeacherShare);
        _teacher = options.Teacher is { } teacher ? new Teacher(teacher, network) : null;
        _loader = new BatchLoader(train, network, recipe, options.Seed);
        _labels = new byte[recipe.BatchSize + _loader.NonDigitsOfBatch];
    }

    /// <inheritdoc/>
    public override int Pictures { get; }

    /// <inheritdoc/>
    public override int MoreOfStep => _loader.NonDigitsOfBatch;

    /// <inheritdoc/>
    public override void Load(int epoch, int start, Tensor x, Workers workers)
    {
        ReadOnlySpan<byte> labels = _loader.Load(epoch, start, x, workers);
        labels.CopyTo(_labels);
        _count = labels.Length;
    }

    /// <inheritdoc/>
    public override (double Loss, int Correct) Measure(Tensor x, Tensor logits, Tensor gradient, Workers workers)
    {
        ReadOnlySpan<byte> labels = _labels.AsSpan(0, _count);
        ReadOnlySpan<float> taught = _teacher is null ? [] : _teacher.Probabilities(x, workers);
        return SoftmaxCrossEntropy.Evaluate(logits, labels, _targets.Of(labels, taught), gradient);
    }

    /// <inheritdoc/>
    public override (double Loss, double Accuracy)? Validate(NeuralNetwork network) => _validation is null ? null : Score(network, _validation);

    /// <inheritdoc/>
    public override double? Watch(NeuralNetwork network) => _options.Watched is { } watched ? Score(network, watched).Accuracy : null;

    /// <inheritdoc/>
    public override ModelCard Finish(NeuralNetwork network, ModelCard card, CancellationToken cancellation)
    {
        if (_validation is null)
        {
            return card;
        }

        Temperature.Calibrate(network, _validation, _options.Threads);
        return card with { HeldOut = HeldOut.Measure(new DigitClassifier(network, _options.Threads), _validation) };
    }

    private (double Loss, double Accuracy) Score(NeuralNetwork network, DigitSet set)
    {
        var classifier = new DigitClassifier(network, _options.Threads);
        float[] probabilities = new float[set.Count * DigitClassifier.Classes];
        classifier.Probabilities(set.AllPixels, probabilities);
        double loss = 0;
        int correct = 0;
        for (int i = 0; i < set.Count; i++)
        {
            ReadOnlySpan<float> row = probabilities.AsSpan(i * DigitClassifier.Classes, DigitClassifier.Classes);
            loss -= Math.Log(Math.Max(row[set.Labels[i]], float.Epsilon));
            correct += DigitClassifier.Rank(row)[0].Value == set.Labels[i] ? 1 : 0;
        }

        return (loss / set.Count, (double)correct / set.Count);
    }
}
