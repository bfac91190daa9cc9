namespace Cifra.Evaluation.Comparison;

/// <summary>Whether two networks that read the same pictures differ in how often they are right.</summary>
/// <remarks>
/// McNemar 1947, Psychometrika 12:153. Pictures that both read right, or both wrong, say nothing. If the networks are equally good, each
/// picture that only one reads right is a toss of a coin. The test is the exact one, binomial, at any count; the usual chi-squared is
/// its approximation for many.
/// </remarks>
public static class McNemar
{
    /// <summary>How probable a difference at least this large would be between equally good networks; two-sided.</summary>
    /// <param name="onlyFirst">Pictures that only the first reads right, 0 or more.</param>
    /// <param name="onlySecond">Pictures that only the second reads right, 0 or more.</param>
    /// <returns>0..1; 1 where the counts are equal.</returns>
    public static double PValue(int onlyFirst, int onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        long tosses = (long)onlyFirst + onlySecond;
        double logTerm = -tosses * Math.Log(2); // ln of C(n, 0) / 2ⁿ
        double sum = 0;
        for (long k = 0; k <= Math.Min(onlyFirst, onlySecond); k++)
        {
            sum += Math.Exp(logTerm);
            logTerm += Math.Log((double)(tosses - k) / (k + 1));
        }

        return Math.Min(1, 2 * sum);
    }
}
