namespace Cifra.Evaluation.Robustness;

/// <summary>The mean accuracy over several corruptions at all their strengths.</summary>
/// <param name="Corruptions">How many corruptions.</param>
/// <param name="Accuracy">The mean, 0..1.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end of its 95 % interval.</param>
/// <remarks>
/// The same pictures stand under every corruption, and a picture that one corruption spoils another is likely to spoil too. The interval therefore
/// takes a picture, with all that was made of it, as one observation: mean ± 1.96 deviations over the root of the number of pictures.
/// </remarks>
public sealed record RobustnessMean(int Corruptions, double Accuracy, double Lower, double Upper)
{
    private const double Z95 = 1.959963984540054;

    /// <summary>From how often each picture was read right; null where there was no corruption to read it under.</summary>
    /// <param name="hits">[N] 0 to corruptions x 5 each.</param>
    /// <param name="corruptions">How many corruptions there were.</param>
    internal static RobustnessMean? Of(ReadOnlySpan<int> hits, int corruptions)
    {
        if (corruptions == 0)
        {
            return null;
        }

        double tries = corruptions * Corruption.Strengths;
        double sum = 0;
        double squares = 0;
        foreach (int hit in hits)
        {
            sum += hit / tries;
            squares += hit / tries * (hit / tries);
        }

        double mean = sum / hits.Length;
        double half = Z95 * Math.Sqrt(Math.Max(0, (squares / hits.Length) - (mean * mean)) / hits.Length);
        return new RobustnessMean(corruptions, mean, Math.Max(0, mean - half), Math.Min(1, mean + half));
    }
}
