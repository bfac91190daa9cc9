namespace Cifra.Numerics;

/// <summary>The 95 % confidence interval of a rate, from a count of successes.</summary>
/// <param name="Lower">0..1.</param>
/// <param name="Upper">0..1, not below <paramref name="Lower"/>.</param>
/// <remarks>
/// The score interval: Wilson 1927, J. Am. Stat. Assoc. 22:209. Unlike the textbook interval p ± 1.96·√(p(1−p)/n) it keeps its
/// coverage near 0 and 1, where the rates of good classifiers lie, and is not empty when no error was seen.
/// </remarks>
public readonly record struct WilsonInterval(double Lower, double Upper)
{
    private const double Z95 = 1.959963984540054; // the normal distribution leaves 2.5 % above this

    /// <summary>The interval that covers the true rate 95 times in 100.</summary>
    /// <param name="successes">0..<paramref name="trials"/>.</param>
    /// <param name="trials">0 or more; with 0 nothing is known and the interval is 0..1.</param>
    public static WilsonInterval At95(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        Guard.InRange(successes, 0, trials);
        if (trials == 0)
        {
            return new WilsonInterval(0, 1);
        }

        double n = trials;
        double rate = successes / n;
        double z2 = Z95 * Z95;
        double middle = (rate + (z2 / (2 * n))) / (1 + (z2 / n));
        double half = Z95 / (1 + (z2 / n)) * Math.Sqrt((rate * (1 - rate) / n) + (z2 / (4 * n * n)));

        // At the ends the bound is exactly 0 or 1; rounding must not leave it beside that.
        double lower = successes == 0 ? 0 : Math.Max(0, middle - half);
        double upper = successes == trials ? 1 : Math.Min(1, middle + half);
        return new WilsonInterval(lower, upper);
    }
}
