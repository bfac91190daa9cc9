using Cifra.Data;
using Cifra.Network;

namespace Cifra.Tests.Data;

public sealed class DigitStatisticsTests
{
    [Fact]
    public void Of_HalfInkHalfPaper_HasMeanAndDeviationOneHalf()
    {
        byte[] pixels = new byte[2 * DigitInput.Size];
        pixels.AsSpan(0, DigitInput.Size).Fill(255);

        var statistics = DigitStatistics.Of(new DigitSet("x", pixels, [3, 3]));

        Assert.Equal(2, statistics.Count);
        Assert.Equal([0, 0, 0, 2, 0, 0, 0, 0, 0, 0], statistics.ClassCounts);
        Assert.Equal(0.5, statistics.Mean, 12);
        Assert.Equal(0.5, statistics.Deviation, 12);
    }

    [Fact]
    public void Of_NoPicturesOrNoLabels_GivesZeroAndNoCounts()
    {
        Assert.Equal((0, 0.0, 0.0), Numbers(DigitStatistics.Of(new DigitSet("x", [], []))));
        Assert.Empty(DigitStatistics.Of(new DigitSet("x", new byte[784], null)).ClassCounts);
    }

    private static (int Count, double Mean, double Deviation) Numbers(DigitStatistics s) => (s.Count, s.Mean, s.Deviation);
}
