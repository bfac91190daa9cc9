namespace Cifra.Network;

/// <summary>Scores to probabilities.</summary>
internal static class Softmax
{
    /// <summary>Turns one row of scores into probabilities.</summary>
    /// <param name="logits">[K] raw scores, finite, no unit; K classes, 10 for digits.</param>
    /// <param name="probabilities">[K] receives values in 0..1 that sum to 1. May be the same memory as <paramref name="logits"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length, or are empty.</exception>
    /// <remarks>
    /// The largest score is subtracted first: the result is the same, and exp cannot overflow (it would above about 88).
    /// Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 4.1.
    /// </remarks>
    /// <example><c>Softmax.Apply([0, 0], p)</c> leaves <c>[0.5, 0.5]</c> in <c>p</c>.</example>
    public static void Apply(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        Guard.NotEmpty(logits);
        Guard.SameLength<float, float>(logits, probabilities);

        float largest = float.NegativeInfinity;
        foreach (float z in logits)
        {
            largest = MathF.Max(largest, z);
        }

        float sum = 0;
        for (int k = 0; k < logits.Length; k++)
        {
            probabilities[k] = MathF.Exp(logits[k] - largest);
            sum += probabilities[k];
        }

        for (int k = 0; k < logits.Length; k++)
        {
            probabilities[k] /= sum;
        }
    }
}
