using Cifra.Evaluation.Comparison;

namespace Cifra.Tests.Evaluation.Comparison;

public sealed class McNemarTests
{
    // By hand: 2·(1 + 7) / 2⁷, 2 / 2⁵, 2·(1 + 14 + 91) / 2¹⁴, 2 / 2³; the larger ones summed as exact fractions in another language.
    [Theory]
    [InlineData(1, 6, 0.125)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(2, 12, 0.012939453125)]
    [InlineData(3, 0, 0.25)]
    [InlineData(4, 4, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(12, 25, 0.04703102743951604)]
    [InlineData(150, 86, 3.715936139571442e-05)] // Agresti 1990, p. 350, presidential approval; chi-squared gives 3.1e-05
    [InlineData(8000, 8600, 3.325423202177059e-06)] // 2⁻¹⁶⁶⁰⁰ is no double
    public void PValue_Known_IsExact(int onlyFirst, int onlySecond, double expected)
    {
        Assert.Equal(expected, McNemar.PValue(onlyFirst, onlySecond), expected * 1e-9);
        Assert.Equal(McNemar.PValue(onlySecond, onlyFirst), McNemar.PValue(onlyFirst, onlySecond));
    }
}
