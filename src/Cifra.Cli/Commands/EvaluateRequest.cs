using Cifra.Data;
using Cifra.Network.Digits;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra evaluate</c> was asked.</summary>
internal sealed record EvaluateRequest(
    DigitClassifier Classifier, string ModelName, DigitData Data, string? ReportFile, double? MinAccuracy, bool Json)
{
    /// <summary>The rates of errors to promise.</summary>
    public IReadOnlyList<double> MaxErrors { get; init; } = [];

    /// <summary>Whether to measure what is refused as no digit.</summary>
    public bool NonDigits { get; init; }

    /// <summary>What of robustness is measured; null for nothing.</summary>
    public RobustnessRequest? Robustness { get; init; }

    /// <summary>Whether damaged pictures are read as they are, and not repaired first.</summary>
    public bool AsIs { get; init; }

    /// <summary>Whether to average over moved pictures.</summary>
    public bool Tta { get; init; }

    /// <summary>Opens the pictures to show the nearest of beside errors; null for none.</summary>
    public Func<DigitSet?>? Neighbours { get; init; }

    /// <summary>Threads for what is not the classifier's own work.</summary>
    public int Threads { get; init; } = 1;
}
