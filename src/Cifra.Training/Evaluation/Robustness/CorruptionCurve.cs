namespace Cifra.Evaluation.Robustness;

/// <summary>How well pictures are read as one corruption gets stronger.</summary>
/// <param name="Corruption">Its name: "blur".</param>
/// <param name="Unit">What its dial counts: "pixels".</param>
/// <param name="Meaning">What is done to the pictures.</param>
/// <param name="SeenBy">Which of our trainings see something of the kind.</param>
/// <param name="SeenInTraining">Whether this network's training saw something of the kind.</param>
/// <param name="Points">[5] strengths 1 to 5.</param>
public sealed record CorruptionCurve(
    string Corruption, string Unit, string Meaning, SeenBy SeenBy, bool SeenInTraining, IReadOnlyList<CorruptionPoint> Points)
{
    /// <summary>The mean accuracy over the strengths, 0..1.</summary>
    public double Mean => Points.Average(point => point.Accuracy);
}
