using Cifra.Imaging;
using Cifra.Reading.Cheques;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Cheques;

public sealed class ChequePageTests
{
    [Fact]
    public void BoundsOf_NoMagneticLine_IsThePicture() =>
        Assert.Equal(new PixelBox(0, 0, 640, 480), ChequePage.BoundsOf(640, 480, null, ChequeOptions.Default));

    // A digit of 10 rows: 2.5 of them below the line, 40 up from there, 42.5 to the left of its beginning, 85 to the right from there.
    [Theory]
    [InlineData(2000, 1000, 500, 700, 75, 335, 850, 400)]
    [InlineData(2000, 720, 500, 700, 75, 320, 850, 400)]  // the picture ends before the cheque
    [InlineData(2000, 1000, 100, 700, 0, 335, 850, 400)]
    [InlineData(600, 1000, 500, 700, 75, 335, 525, 400)]
    [InlineData(2000, 1000, 500, 300, 75, 0, 850, 335)]
    public void BoundsOf_MagneticLine_AreACheques(int width, int height, int left, int top, int x, int y, int wide, int high) =>
        Assert.Equal(
            new PixelBox(x, y, wide, high), ChequePage.BoundsOf(width, height, new TextLine(top, top + 10, left, left + 400, 0), ChequeOptions.Default));

    [Fact]
    public void LineOf_TallStrokes_DoNotChangeTheDigitsHeight()
    {
        // Six digits of 20 rows and two strokes of 40, one of them first.
        PixelBox[] boxes = [new(0, 90, 8, 40), .. Enumerable.Range(0, 6).Select(i => new PixelBox(20 + (15 * i), 100, 10, 20)), new(115, 90, 8, 40)];

        TextLine line = ChequePage.LineOf(boxes, ChequeOptions.Default);

        Assert.Equal((100.0, 120.0), (line.Top, line.Bottom));
        Assert.Equal((-5.0, 128.0), (line.Left, line.Right)); // a quarter of the height beside all of them
    }

    // 1.5 heights of 20 rows are 30. The median of the feet is the tall shapes' if they count.
    [Theory]
    [InlineData(30, 130)]
    [InlineData(31, 120)]
    public void LineOf_TallestOfTheDigits_IsOneAndAHalfHeights(int height, double bottom)
    {
        PixelBox[] boxes =
        [
            .. Enumerable.Range(0, 4).Select(i => new PixelBox(15 * i, 100, 10, 20)),
            .. Enumerable.Range(4, 5).Select(i => new PixelBox(15 * i, 100, 10, height)),
        ];

        TextLine line = ChequePage.LineOf(boxes, ChequeOptions.Default);

        Assert.Equal((100, bottom, 0), (line.Top, line.Bottom, line.Slope));
    }
}
