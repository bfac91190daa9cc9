using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

public sealed class IncompleteBetaTests
{
    // Closed forms: I_x(1, 1) = x; I_x(2, 1) = x²; I_x(1, 5) = 1 − (1 − x)⁵; I_x(1/2, 1/2) = (2/π)·asin √x; I_½(a, a) = ½.
    [Theory]
    [InlineData(0.3, 1, 1, 0.3)]
    [InlineData(0.3, 2, 1, 0.09)]
    [InlineData(0.1, 1, 5, 0.40951)]
    [InlineData(0.25, 0.5, 0.5, 1.0 / 3)]
    [InlineData(0.5, 3, 3, 0.5)]
    [InlineData(0.5, 20_000, 20_000, 0.5)]
    [InlineData(0, 2, 3, 0)]
    [InlineData(1, 2, 3, 1)]
    public void Regularized_ClosedForms_Agree(double x, double a, double b, double expected) =>
        Assert.Equal(expected, IncompleteBeta.Regularized(x, a, b), 1e-10);

    // Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.24: the sum of a binomial's tail, added up term by term.
    [Theory]
    [InlineData(20, 3, 0.1)]
    [InlineData(50, 25, 0.5)]
    [InlineData(60, 59, 0.9)]
    public void Regularized_WholeNumbers_IsTheTailOfTheBinomial(int trials, int least, double rate)
    {
        double sum = 0;
        double ways = 1;
        for (int k = 0; k <= trials; k++)
        {
            sum += k >= least ? ways * Math.Pow(rate, k) * Math.Pow(1 - rate, trials - k) : 0;
            ways = ways * (trials - k) / (k + 1);
        }

        Assert.Equal(sum, IncompleteBeta.Regularized(rate, least, trials - least + 1), 1e-11);
    }

    [Fact]
    public void LogGamma_KnownValues_Agree()
    {
        Assert.Equal(0, IncompleteBeta.LogGamma(1), 1e-12);
        Assert.Equal(Math.Log(362_880), IncompleteBeta.LogGamma(10), 1e-11); // 9!
        Assert.Equal(Math.Log(Math.Sqrt(Math.PI)), IncompleteBeta.LogGamma(0.5), 1e-12);
    }
}
