using Cifra.Cli.Benchmarking;

namespace Cifra.Cli.Tests.Benchmarking;

public sealed class PaceTests
{
    [Fact]
    public void Of_NoTime_RunsOnce()
    {
        int runs = 0;

        Pace pace = Pace.Of(() => runs++, TimeSpan.Zero);

        Assert.Equal(1, runs);
        Assert.Equal(1, pace.Count);
    }

    [Fact]
    public void Of_SomeTime_CountsEveryRunAndTakesThatLong()
    {
        int runs = 0;

        Pace pace = Pace.Of(() => runs++, TimeSpan.FromMilliseconds(5));

        Assert.Equal(runs, pace.Count);
        Assert.True(pace.Seconds >= 0.005);
        Assert.Equal(pace.Count / pace.Seconds, pace.PerSecond);
    }

    [Theory]
    [InlineData(new double[] { 3, 1, 2 }, 2)]
    [InlineData(new double[] { 4, 1, 3, 2 }, 2.5)]
    [InlineData(new double[] { 7 }, 7)]
    public void Median_OddAndEven_IsTheMiddle(double[] values, double median) => Assert.Equal(median, Pace.Median(values));

    [Theory]
    [InlineData(12345.6, 12350)]
    [InlineData(0.123456, 0.1235)]
    [InlineData(0, 0)]
    [InlineData(99.996, 100)]
    public void Round_FourDigits_AreKept(double value, double rounded) => Assert.Equal(rounded, Significant.Round(value));

    [Theory]
    [InlineData(12350, "12,350")]
    [InlineData(12.345, "12.3")]
    [InlineData(1.234, "1.23")]
    [InlineData(0.1236, "0.124")]
    public void Text_SmallAndLarge_HasDecimalsWhereTheyMatter(double value, string text) => Assert.Equal(text, Significant.Text(value));
}
