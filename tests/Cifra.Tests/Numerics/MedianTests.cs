using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

public sealed class MedianTests
{
    [Theory]
    [InlineData(new double[] { 7 }, 7, 7, 7)]
    [InlineData(new double[] { 9, 1, 5 }, 5, 5, 5)]
    [InlineData(new double[] { 4, 1 }, 2.5, 1, 4)]
    [InlineData(new double[] { 10, 2, 8, 3 }, 5.5, 3, 8)]
    [InlineData(new double[] { 3, 3, 1, 3 }, 3, 3, 3)]
    public void Median_OfOddAndEvenNumbers_IsTheMiddle(double[] values, double mean, double lower, double upper)
    {
        Assert.Equal(mean, Median.Of(values));
        Assert.Equal(lower, Median.Lower(values));
        Assert.Equal(upper, Median.Upper(values));
    }

    [Fact]
    public void Median_Values_AreNotReordered()
    {
        double[] values = [3, 1, 2];

        Median.Of(values);

        Assert.Equal([3, 1, 2], values);
    }

    [Fact]
    public void Median_NoValues_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Median.Of([]));
        Assert.Throws<ArgumentException>(() => Median.Lower<int>([]));
        Assert.Throws<ArgumentException>(() => Median.Upper<int>([]));
    }
}
