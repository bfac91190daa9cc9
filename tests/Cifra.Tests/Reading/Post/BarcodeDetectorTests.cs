using Cifra.Imaging;
using Cifra.Reading.Post;

namespace Cifra.Tests.Reading.Post;

public sealed class BarcodeDetectorTests
{
    // Of 20 rows in height half are 10 columns.
    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void IsBarcode_Width_IsAtMostHalfTheHeight(int width, bool expected) =>
        Assert.Equal(expected, BarcodeDetector.IsBarcode(Bars(width, 15, 15, 15, 15)));

    // The median is 10; 0.3 of it are 3.
    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    [InlineData(7, true)]
    [InlineData(6, false)]
    public void IsBarcode_Distances_DifferByThreeTenthsAtMost(int step, bool expected) =>
        Assert.Equal(expected, BarcodeDetector.IsBarcode(Bars(4, 10, 10, step, step, 10))); // three of five are even: less than three quarters

    [Fact]
    public void IsBarcode_FineBars_MayDifferByOnePixel() => Assert.True(BarcodeDetector.IsBarcode(Bars(1, 2, 3, 2, 3, 2, 1)));

    // Of four distances three are even; of eight parts six are narrow.
    [Fact]
    public void IsBarcode_ThreeQuarters_AreEnough()
    {
        Assert.True(BarcodeDetector.IsBarcode(Bars(4, 10, 10, 10, 30)));
        Assert.False(BarcodeDetector.IsBarcode(Bars(4, 10, 10, 30)));
        Assert.True(BarcodeDetector.IsBarcode([.. Bars(4, 20, 20, 20, 20, 20), .. Moved(120, Bars(15, 20))]));
        Assert.False(BarcodeDetector.IsBarcode([.. Bars(4, 20, 20, 20, 20), .. Moved(100, Bars(15, 20))]));
    }

    private static IEnumerable<Component> Moved(int right, Component[] bars) =>
        bars.Select(bar => bar with { Box = bar.Box with { X = bar.Box.X + right } });

    // Bars of 20 rows, each that far right of the one before it.
    private static Component[] Bars(int width, params int[] steps)
    {
        int[] lefts = [0, .. steps.Select((_, i) => steps[..(i + 1)].Sum())];
        return [.. lefts.Select(left => new Component(1, new PixelBox(left, 0, width, 20), 20 * width, left, 10, 255))];
    }
}
