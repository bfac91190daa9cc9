using Cifra.Imaging;
using Cifra.Imaging.Digits;

namespace Cifra.Tests.Imaging.Digits;

public sealed class DigitIsolatorTests
{
    [Fact]
    public void Choose_LargerShapeNearTheEdge_LosesToTheOneInTheMiddle()
    {
        var ink = new GrayImage(100, 100);
        Block(ink, new PixelBox(45, 35, 10, 30), 255);
        Block(ink, new PixelBox(4, 35, 16, 30), 255); // 1.6 times the ink, but 0.76 of the way to the edge

        Assert.Equal(new PixelBox(45, 35, 10, 30), DigitIsolator.Choose(ConnectedComponents.Find(ink))!.Box);
    }

    [Fact]
    public void Choose_MuchLargerShapeOffTheMiddle_Wins()
    {
        var ink = new GrayImage(100, 100);
        Block(ink, new PixelBox(45, 35, 4, 30), 255);
        Block(ink, new PixelBox(70, 30, 20, 40), 255);

        Assert.Equal(new PixelBox(70, 30, 20, 40), DigitIsolator.Choose(ConnectedComponents.Find(ink))!.Box);
    }

    [Fact]
    public void Isolate_NoInk_IsOneBlackPixel()
    {
        GrayImage none = DigitIsolator.Isolate(new GrayImage(40, 40));

        Assert.Equal((1, 1, 0), (none.Width, none.Height, none[0, 0]));
    }

    [Theory]
    [InlineData(200, 255)]
    [InlineData(64, 255)]
    [InlineData(50, 202)] // strengthened four times at most: 50 · 255 / 63
    public void Isolate_FaintDigit_IsStrengthenedWithinLimits(byte level, byte expected)
    {
        var ink = new GrayImage(40, 40);
        Block(ink, new PixelBox(15, 10, 10, 20), level);

        Assert.Equal(expected, DigitIsolator.Isolate(ink).Pixels.ToArray().Max());
    }

    [Theory]
    [InlineData(10, 21, 20, true)]
    [InlineData(11, 21, 20, false)] // less than half of the width is shared
    [InlineData(0, 30, 20, true)]
    [InlineData(0, 31, 20, false)]  // more than a quarter of a digit's height apart
    [InlineData(0, 28, 24, true)]
    [InlineData(0, 28, 25, false)]  // together higher than 1.3 digits
    [InlineData(5, 10, 70, true)]
    [InlineData(5, 10, 71, false)]  // side by side: higher than two digits
    public void BelongTogether_PartBelowAnother_IsBoundedByTheDigitsHeight(int x, int y, int height, bool expected) =>
        Assert.Equal(expected, DigitGrouping.BelongTogether(
            new PixelBox(0, 0, 20, 20), new PixelBox(x, y, 20, height), digitHeight: 40, DigitIsolationOptions.Default));

    private static void Block(GrayImage ink, PixelBox box, byte level)
    {
        for (int y = box.Y; y < box.Bottom; y++)
        {
            ink.Row(y).Slice(box.X, box.Width).Fill(level);
        }
    }
}
