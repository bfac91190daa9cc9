using System.Diagnostics;

namespace Cifra.Numerics;

/// <summary>The regularized incomplete beta function: the sum of a binomial distribution's tail, for counts too large to add up.</summary>
/// <remarks>
/// With X of n trials of probability p: P(X ≥ k) = I_p(k, n − k + 1). The continued fraction is DLMF 8.17.22 (https://dlmf.nist.gov/8.17.v),
/// evaluated by Lentz's method, modified by Thompson and Barnett 1986, J. Comput. Phys. 64:490.
/// </remarks>
internal static class IncompleteBeta
{
    private const double Tiny = 1e-300; // replaces a denominator of 0
    private const double Enough = 1e-15;
    private const int MostTerms = 100_000; // about √max(a, b) are needed: this is enough for counts of a billion

    // Lanczos's approximation with g = 7 and nine terms; the coefficients are Godfrey's (2001).
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>I_x(a, b), 0..1, to about ten digits.</summary>
    /// <param name="x">0..1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    public static double Regularized(double x, double a, double b)
    {
        Debug.Assert(x is >= 0 and <= 1 && a > 0 && b > 0, "the callers count");
        if (x is 0 or 1)
        {
            return x;
        }

        double front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) + LogGamma(a + b) - LogGamma(a) - LogGamma(b));
        return x < (a + 1) / (a + b + 2) // the fraction converges fast on this side; the other side is its mirror image
            ? front * Fraction(x, a, b) / a
            : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    /// <summary>ln Γ(x) for x of 1/2 or more.</summary>
    internal static double LogGamma(double x)
    {
        Debug.Assert(x >= 0.5, "below, the reflection would be needed");
        double sum = Lanczos[0];
        for (int i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        double t = x + 6.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    private static double Fraction(double x, double a, double b)
    {
        double c = 1;
        double d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        double fraction = d;
        for (int m = 1; m <= MostTerms; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= c * d;
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            fraction *= c * d;
            if (Math.Abs((c * d) - 1) < Enough)
            {
                break;
            }
        }

        return fraction;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
