namespace Cifra.Numerics;

/// <summary>The exact range that a true rate lies in, as far as a count tells: it never covers less often than it says.</summary>
/// <remarks>
/// Clopper and Pearson 1934, Biometrika 26:404. Wider than <see cref="WilsonInterval"/>, which covers 95 times in 100 on average only: what is promised
/// is promised with this one.
/// </remarks>
public static class ClopperPearson
{
    private const int Halvings = 60; // of an interval of 1: more than a double tells apart
    private const double Risk = 0.05;

    /// <summary>The rate that the true one is above 5 times in 100 at most: the upper bound of one side.</summary>
    /// <param name="count">0..<paramref name="trials"/>, of errors say.</param>
    /// <param name="trials">0 or more; with 0 nothing is known.</param>
    public static double Upper95(int count, int trials) => Upper(count, trials, Risk);

    /// <summary>The interval that covers the true rate at least 95 times in 100: both sides, 2.5 each.</summary>
    /// <param name="count">0..<paramref name="trials"/>.</param>
    /// <param name="trials">0 or more; with 0 the interval is 0..1.</param>
    public static (double Lower, double Upper) Interval95(int count, int trials)
    {
        double upper = Upper(count, trials, Risk / 2);
        return (1 - Upper(trials - count, trials, Risk / 2), upper); // what is seen less often than so is not seen more often than the rest
    }

    /// <summary>The fewest trials with that many errors whose upper bound is not above a rate.</summary>
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

    /// <summary>Whether the upper bound of that many errors is not above a rate.</summary>
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

    // P(X ≤ count) of that many trials; falls as the rate rises.
    private static double AtMost(int count, long trials, double rate) => IncompleteBeta.Regularized(1 - rate, trials - count, count + 1.0);
}
