using Cifra.Network;
using Cifra.Training.Optimizers;

namespace Cifra.Training;

/// <summary>Everything that decides a training, apart from its data and its seed.</summary>
public sealed record Recipe
{
    /// <summary>Most epochs of a training: a model file holds the learning curves in its header, which is bounded.</summary>
    public const int MostEpochs = 2000;

    /// <summary>What to call it.</summary>
    public required string Name { get; init; }

    /// <summary>Key of <see cref="Architectures.All"/>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Times through the training pictures, 1 to <see cref="MostEpochs"/>.</summary>
    public required int Epochs { get; init; }

    /// <summary>Pictures a step, 1 or more.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Peak of the learning rate, above 0.</summary>
    public required double LearningRate { get; init; }

    /// <summary>How the rate goes.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>The rule of a step.</summary>
    public required OptimizerSettings Optimizer { get; init; }

    /// <summary>Pull of weights (not of biases and norms) towards zero, 0 or more.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Share of the target spread over all classes, 0 up to 1.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Longest gradient; null for no limit.</summary>
    public double? MaxGradientNorm { get; init; }

    /// <summary>Decay of the average of the weights that is kept as the result; null to keep the last weights themselves.</summary>
    public double? AverageDecay { get; init; }

    /// <summary>How training pictures are changed.</summary>
    public Augmentation Augmentation { get; init; } = Augmentation.None;

    /// <summary>Epochs at the end in which the pictures are changed less, by <see cref="MildStrength"/>; 0 to <see cref="Epochs"/>.</summary>
    public int MildEpochs { get; init; }

    /// <summary>Factor of the changes in those epochs, 0 (none) to 1 (as before).</summary>
    public double MildStrength { get; init; }

    /// <summary>Generated pictures of no digit that each step sees besides its own, as a share of them, 0 to 1; above 0 the network has an answer for "not a digit".</summary>
    public double NonDigitShare { get; init; }

    /// <summary>Share of the pictures, 0 to 1, that is first drawn into a scene of a form, an envelope or a photo, and found there by the reading path.</summary>
    public double SceneShare { get; init; }

    /// <summary>Share of the target that a teacher gives, 0 to 1: above 0 the training needs one (Hinton, Vinyals, Dean 2015, arXiv:1503.02531).</summary>
    public double TeacherShare { get; init; }

    /// <summary>The recipe that makes the teacher; null where there is none.</summary>
    public string? Teacher { get; init; }

    /// <summary>What makes it a recipe for lines; null for single digits.</summary>
    public LineSettings? Lines { get; init; }

    /// <summary>The network that it trains: its architecture, for the symbols of its lines, or with one more answer where it is shown what is no digit.</summary>
    internal NetworkDescription Describe()
    {
        NetworkDescription network = Architectures.All[Architecture];
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
            Guard.InRange(lines.Width, 64, Network.Lines.LineClassifier.MostWidth);
            Guard.InRange(lines.Plates, 0, 10_000_000);
            Guard.InRange(lines.Uses, 1, 1000);
        }

        Schedule.Check();
        Augmentation.Check();
        if (!Architectures.All.ContainsKey(Architecture))
        {
            throw new ArgumentException(
                $"There is no architecture \"{Architecture}\"; there are {string.Join(", ", Architectures.All.Keys)}.", nameof(Architecture));
        }
    }
}
