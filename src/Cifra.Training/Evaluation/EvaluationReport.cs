using Cifra.Evaluation.Errors;
using Cifra.Evaluation.Refusals;
using Cifra.Evaluation.Robustness;
using Cifra.Numerics;

namespace Cifra.Evaluation;

/// <summary>How well a network reads a set of pictures: every measure of this room, taken once.</summary>
public sealed record EvaluationReport
{
    private const int HardestCount = 24;

    private EvaluationReport(Predictions predictions)
    {
        Predictions = predictions;
        Confusion = new ConfusionMatrix(predictions.Set.Labels, predictions.Read);
        Classes = new ClassReport(Confusion);
        Calibration = new Calibration(predictions);
        Loss = CrossEntropy.Mean(predictions);
        ErrorReject = new ErrorRejectCurve(predictions);
        Corrected = CorrectedScore.Of(predictions);
        Errors = TopLosses.Errors(predictions);
        HardestCorrect = TopLosses.HardestCorrect(predictions, HardestCount);
    }

    /// <summary>The network's hash, "sha256:…".</summary>
    public required string Model { get; init; }

    /// <summary>The name of the data, as its user gave it: "mnist".</summary>
    public required string Data { get; init; }

    /// <summary>Wall-clock time of reading the pictures.</summary>
    public required double Seconds { get; init; }

    /// <summary>How well corrupted pictures are read; null where that was not measured.</summary>
    public RobustnessReport? Robustness { get; init; }

    /// <summary>An older measurement of the same, to compare with; null where there is none.</summary>
    public RobustnessReport? RobustnessBefore { get; init; }

    /// <summary>What was repaired in the pictures before they were read; null where nobody looked.</summary>
    public RepairReport? Repair { get; init; }

    /// <summary>The pictures, and what was read in each.</summary>
    public Predictions Predictions { get; }

    /// <summary>Number of pictures.</summary>
    public int Images => Predictions.Count;

    /// <summary>Number of pictures read right.</summary>
    public int Correct => Confusion.Correct;

    /// <summary>The part of the pictures read right, 0..1.</summary>
    public double Accuracy => (double)Correct / Images;

    /// <summary>The 95 % interval of the accuracy.</summary>
    public WilsonInterval Interval95 => WilsonInterval.At95(Correct, Images);

    /// <summary>Rows true, columns read.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>Precision, recall and F1.</summary>
    public ClassReport Classes { get; }

    /// <summary>Whether confidences keep their word.</summary>
    public Calibration Calibration { get; }

    /// <summary>The error among the accepted, for every part that could be accepted.</summary>
    public ErrorRejectCurve ErrorReject { get; }

    /// <summary>What the promises asked for did on this set.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What is refused as no digit; null where it was not asked for.</summary>
    public NonDigitReport? NonDigits { get; init; }

    /// <summary>Mean cross-entropy; see <see cref="CrossEntropy"/> for its floor.</summary>
    public double Loss { get; }

    /// <summary>The accuracy on corrected labels; null for all pictures but MNIST's test part.</summary>
    public CorrectedScore? Corrected { get; }

    /// <summary>Every picture read wrong, worst first.</summary>
    public IReadOnlyList<RankedImage> Errors { get; }

    /// <summary>The pictures read right that came closest to being read wrong, at most 24, worst first.</summary>
    public IReadOnlyList<RankedImage> HardestCorrect { get; }

    /// <summary>How the pictures were read, where that was by the average of moved copies; null where each was read once.</summary>
    public TestTimeAugmentation? Augmentation { get; init; }

    /// <summary>A closer look at the worst errors; null where nobody took one.</summary>
    public ErrorStudy? Study { get; init; }

    /// <summary>Takes every measure.</summary>
    /// <param name="predictions">At least one picture, with labels.</param>
    /// <param name="model">The network's hash, "sha256:…".</param>
    /// <param name="data">The name of the data, as its user gave it.</param>
    /// <param name="seconds">Wall-clock time of reading the pictures, 0 or more.</param>
    /// <exception cref="ArgumentException">The pictures have no labels, or there are none.</exception>
    public static EvaluationReport Of(Predictions predictions, string model, string data, double seconds)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        Guard.InRange(seconds, 0, double.MaxValue);
        Labelled.Expect(predictions);
        return new EvaluationReport(predictions) { Model = model, Data = data, Seconds = seconds };
    }
}
