using Cifra.Imaging;
using Cifra.Imaging.Digits;

namespace Cifra.Tests.Imaging.Digits;

public sealed class StrokesTests
{
    // A bar 4 wide and 60 long: 240 of ink; levels rise and fall 60 times across and 4 times along it, 128 in all. Upright, it gets
    // 8/π·240/128 = 4.77: the estimate is the mean over all directions, so an upright bar is taken for one a fifth wider.
    [Fact]
    public void Width_UprightBar_IsByTheFormula()
    {
        var picture = new GrayImage(40, 80);
        for (int y = 10; y < 70; y++)
        {
            picture.Row(y).Slice(18, 4).Fill(255);
        }

        Assert.Equal(8 / Math.PI * 240 / 128, Strokes.Width(picture), 1e-9);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void Width_Ring_IsItsThickness(int width)
    {
        var picture = new GrayImage(120, 120);
        for (int y = 0; y < 120; y++)
        {
            for (int x = 0; x < 120; x++)
            {
                double radius = Math.Sqrt(((x - 60) * (x - 60)) + ((y - 60) * (y - 60)));
                picture[x, y] = (byte)(255 * Math.Clamp((width / 2.0) + 0.5 - Math.Abs(radius - 45), 0, 1));
            }
        }

        Assert.Equal(width, Strokes.Width(picture), 0.1 * width);
    }

    [Fact]
    public void Width_NoInk_IsZero() => Assert.Equal(0, Strokes.Width(new GrayImage(5, 5)));

    [Fact]
    public void WidenThin_HairlineDigit_IsFullyBlackInkAfterNormalizing()
    {
        var hair = new GrayImage(200, 400); // a cross of one pixel, twentieth of a pixel once normalized
        for (int i = 0; i < 400; i++)
        {
            hair[100, i] = 255;
            hair[i / 2, 200] = 255;
        }

        Assert.True(DigitNormalizer.Normalize(hair).Pixels.ToArray().Max() < 60);
        Assert.True(DigitNormalizer.Normalize(Strokes.WidenThin(hair)).Pixels.ToArray().Max() == 255);
    }

    [Fact]
    public void WidenThin_BoldOrSmallDigit_StaysTheSame()
    {
        GrayImage small = Pictures.FromText("#..", ".#.", "..#");
        GrayImage bold = Pictures.Flat(30, 90, 255);

        Assert.Same(small, Strokes.WidenThin(small));
        Assert.Same(bold, Strokes.WidenThin(bold));
    }
}
