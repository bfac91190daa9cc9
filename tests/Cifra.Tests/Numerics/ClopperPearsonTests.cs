using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

public sealed class ClopperPearsonTests
{
    // Newcombe 1998, Statistics in Medicine 17:857, table I, method 5 (Clopper-Pearson).
    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676)]
    [InlineData(15, 148, 0.0578, 0.1617)]
    [InlineData(0, 20, 0.0000, 0.1684)]
    [InlineData(1, 29, 0.0009, 0.1776)]
    public void Interval95_PublishedExamples_Agree(int count, int trials, double lower, double upper)
    {
        (double low, double high) = ClopperPearson.Interval95(count, trials);

        Assert.Equal(lower, low, 0.00005);
        Assert.Equal(upper, high, 0.00005);
    }

    // Without an error the bound solves (1 − p)ⁿ = 0.05; with errors in all of them nothing is ruled out.
    [Theory]
    [InlineData(0, 10, 0.25886555089305)]
    [InlineData(0, 2995, 0.00099975)]
    [InlineData(7, 7, 1)]
    [InlineData(0, 0, 1)]
    public void Upper95_ByHand_Agrees(int errors, int trials, double expected) =>
        Assert.Equal(expected, ClopperPearson.Upper95(errors, trials), 1e-8);

    // With one error of n: (1 − p)ⁿ + n·p·(1 − p)ⁿ⁻¹ = 0.05 at the bound.
    [Fact]
    public void Upper95_OneErrorOf100_SolvesTheBinomial()
    {
        double p = ClopperPearson.Upper95(1, 100);

        Assert.Equal(0.05, Math.Pow(1 - p, 100) + (100 * p * Math.Pow(1 - p, 99)), 1e-9);
    }

    // ln 0.05 / ln 0.999 = 2994.2; ln 0.05 / ln 0.99 = 298.07; the next whole number. At the number the bound keeps the rate, one picture less breaks it.
    [Theory]
    [InlineData(0, 0.001, 2995)]
    [InlineData(0, 0.01, 299)]
    [InlineData(1, 0.01, 473)] // the textbook "473 with one failure for 99 % at 95 %"
    public void TrialsFor_KnownSampleSizes_Agree(int errors, double rate, int expected)
    {
        Assert.Equal(expected, ClopperPearson.TrialsFor(errors, rate));
        Assert.True(ClopperPearson.Upper95(errors, expected) <= rate);
        Assert.True(ClopperPearson.Upper95(errors, expected - 1) > rate);
    }
}
