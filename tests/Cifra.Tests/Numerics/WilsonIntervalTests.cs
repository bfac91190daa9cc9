using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

public sealed class WilsonIntervalTests
{
    // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3 (score without continuity correction).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void At95_PublishedExamples_Agree(int successes, int trials, double lower, double upper)
    {
        var interval = WilsonInterval.At95(successes, trials);

        Assert.Equal(lower, interval.Lower, 0.00005);
        Assert.Equal(upper, interval.Upper, 0.00005);
    }

    // By hand: p = 0.9963, z² = 3.8414588; middle = (p + z²/20000) / (1 + z²/10000) = 0.99649207294 / 1.00038414588 = 0.99610942;
    // half = 1.9599640 / 1.00038414588 · √(0.9963·0.0037/10000 + z²/4·10⁸) = 1.9592114 · √(3.68631e-7 + 9.60365e-9) = 0.00120494.
    [Fact]
    public void At95_9963Of10000_IsTheIntervalByHand()
    {
        var interval = WilsonInterval.At95(9963, 10000);

        Assert.Equal(0.99610942 - 0.00120494, interval.Lower, 1e-7);
        Assert.Equal(0.99610942 + 0.00120494, interval.Upper, 1e-7);
    }

    [Fact]
    public void At95_AllRight_EndsAtExactlyOne()
    {
        var interval = WilsonInterval.At95(20, 20);

        Assert.Equal(1 - 0.1611, interval.Lower, 0.00005); // the mirror of 0 of 20
        Assert.Equal(1.0, interval.Upper);
    }

    [Fact]
    public void At95_NoTrials_KnowsNothing() => Assert.Equal(new WilsonInterval(0, 1), WilsonInterval.At95(0, 0));

    [Fact]
    public void At95_MoreSuccessesThanTrials_Refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.At95(3, 2));
}
