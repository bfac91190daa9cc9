namespace Cifra.Network.Lines;

/// <summary>From scores to the natural logarithms of probabilities.</summary>
internal static class LogSoftmax
{
    /// <summary>Scores of one step become logarithms of probabilities that sum to 1.</summary>
    public static void Apply(Span<float> scores)
    {
        float most = float.MinValue;
        foreach (float score in scores)
        {
            most = MathF.Max(most, score);
        }

        double sum = 0;
        foreach (float score in scores)
        {
            sum += Math.Exp(score - most);
        }

        float total = most + (float)Math.Log(sum);
        foreach (ref float score in scores)
        {
            score -= total;
        }
    }
}
