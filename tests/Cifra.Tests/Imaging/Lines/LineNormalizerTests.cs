using Cifra.Imaging;
using Cifra.Imaging.Lines;

namespace Cifra.Tests.Imaging.Lines;

public sealed class LineNormalizerTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(22)]
    [InlineData(66)]
    public void Normalize_DigitOfAnyHeight_StandsInItsRows(int height)
    {
        // A block as high as a digit, half as wide.
        var ink = new GrayImage(3 * height, 3 * height);
        for (int y = height; y < 2 * height; y++)
        {
            ink.Row(y).Slice(height, height / 2).Fill(255);
        }

        GrayImage line = LineNormalizer.Normalize(ink, height, 2 * height, 0, 3 * height);

        PixelBox box = PixelBox.AroundInk(Threshold.Above(line, 127));
        Assert.Equal(LineNormalizer.Height, line.Height);
        Assert.Equal(66, line.Width);
        Assert.Equal(22, box.X); // to within a pixel of the picture, which is two of the line for the lowest digit
        Assert.InRange(box.Y, 4, 6);
        Assert.InRange(box.Width, 10, 12);
        Assert.InRange(box.Height, 21, 23);
    }

    [Fact]
    public void Normalize_SlopingLine_IsLevel()
    {
        // Two blocks, the second one eight rows lower and forty columns on.
        var ink = new GrayImage(100, 80);
        for (int y = 0; y < 22; y++)
        {
            ink.Row(20 + y).Slice(10, 8).Fill(255);
            ink.Row(28 + y).Slice(50, 8).Fill(255);
        }

        GrayImage line = LineNormalizer.Normalize(ink, 20 - (0.2 * 14), 42 - (0.2 * 14), 0, 100, slope: 0.2);

        PixelBox box = PixelBox.AroundInk(Threshold.Above(line, 127));
        Assert.InRange(box.Height, 22, 24); // each is sheared a little itself
    }

    [Fact]
    public void Normalize_BeyondThePicture_IsBlack()
    {
        var ink = new GrayImage(10, 10);
        ink.Pixels.Fill(255);

        GrayImage line = LineNormalizer.Normalize(ink, 0, 22, -22, 32);

        Assert.Equal(54, line.Width);
        Assert.Equal(0, line[0, 10]);
        Assert.Equal(255, line[25, 10]);
        Assert.Equal(0, line[25, 31]);
    }

    [Theory]
    [InlineData(5, 5, 0, 10)]
    [InlineData(0, 10, 5, 5)]
    [InlineData(0, double.NaN, 0, 10)]
    public void Normalize_NoSize_IsRefused(double top, double bottom, double left, double right) =>
        Assert.Throws<ArgumentException>(() => LineNormalizer.Normalize(new GrayImage(10, 10), top, bottom, left, right));
}
