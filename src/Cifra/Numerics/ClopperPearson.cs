namespace Cifra.Numerics;

/// <summary>The exact confidence interval of a rate, from a count of events. Its coverage is never below the stated one.</summary>
/// <remarks>
/// Clopper and Pearson 1934, Biometrika 26:404. Wider than <see cref="WilsonInterval"/>, whose coverage is 95 % only on average: error rates that are promised
/// use this interval.
/// </remarks>
internal static class ClopperPearson
{
    private const int Halvings = 60; // halvings of an interval of length 1: beyond the precision of a double
    private const double Risk = 0.05;

    /// <summary>The one-sided upper bound at 95 % confidence: the true rate is above it at most 5 times in 100.</summary>
    /// <param name="count">Number of events, such as errors: 0..<paramref name="trials"/>.</param>
    /// <param name="trials">0 or more; with 0 nothing is known.</param>
    public static double Upper95(int count, int trials) => Upper(count, trials, Risk);

    /// <summary>The two-sided interval at 95 % confidence, 2.5 % on each side.</summary>
    /// <param name="count">0..<paramref name="trials"/>.</param>
    /// <param name="trials">0 or more; with 0 the interval is 0..1.</param>
    public static (double Lower, double Upper) Interval95(int count, int trials)
    {
        double upper = Upper(count, trials, Risk / 2);
        return (1 - Upper(trials - count, trials, Risk / 2), upper); // the lower bound is the upper bound of the other events, mirrored
    }

    /// <summary>The least number of trials with <paramref name="count"/> errors of which the upper bound is at most <paramref name="rate"/>.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="rate">Above 0, below 1.</param>
    internal static long TrialsFor(int count, double rate)
    {
        if (count == 0)
        {
            return (long)Math.Ceiling(Math.Log(Risk) / Math.Log(1 - rate)); // (1 − rate)ⁿ ≤ 0.05
        }

        long low = count; // too few: all of them errors
        long high = 2L * count;
        while (!Bounded(count, high, rate))
        {
            low = high;
            high *= 2;
        }

        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            (low, high) = Bounded(count, middle, rate) ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>Whether the upper bound is at most a rate.</summary>
    internal static bool Bounded(int count, long trials, double rate) => count < trials && AtMost(count, trials, rate) <= Risk;

    private static double Upper(int count, int trials, double risk)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        Guard.InRange(count, 0, trials);
        if (count == trials)
        {
            return 1;
        }

        double low = (double)count / trials;
        double high = 1;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = AtMost(count, trials, middle) <= risk ? (low, middle) : (middle, high);
        }

        return high;
    }

    // P(X ≤ count) for a number of trials; falls as the rate rises.
    private static double AtMost(int count, long trials, double rate) => IncompleteBeta.Regularized(1 - rate, trials - count, count + 1.0);
}
