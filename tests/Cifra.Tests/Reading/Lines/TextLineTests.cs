using Cifra.Imaging;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class TextLineTests
{
    [Fact]
    public void Through_LevelDigits_HasTheirTopAndBottom()
    {
        var line = TextLine.Through([new PixelBox(10, 20, 12, 30), new PixelBox(30, 22, 12, 28), new PixelBox(50, 20, 12, 30)]);

        Assert.Equal(20, line.Top, 1e-9);
        Assert.Equal(50, line.Bottom, 1e-9);
        Assert.Equal(0, line.Slope, 1e-9);
        Assert.Equal(10 - 7.5, line.Left, 1e-9);
        Assert.Equal(62 + 7.5, line.Right, 1e-9);
    }

    [Fact]
    public void Through_RisingDigits_HasTheirSlope()
    {
        PixelBox[] boxes = [.. Enumerable.Range(0, 5).Select(i => new PixelBox(40 * i, 100 - (4 * i), 20, 40))];

        var line = TextLine.Through(boxes);

        Assert.Equal(-0.1, line.Slope, 1e-9);
        Assert.Equal(140, line.Bottom + (line.Slope * (10 - line.Left)), 1e-9); // under the middle of the first digit
    }

    [Fact]
    public void Through_SpeckAndTallStroke_DoNotMoveIt()
    {
        var line = TextLine.Through([new(0, 20, 10, 30), new(14, 46, 4, 4), new(20, 20, 10, 30), new(40, 20, 10, 30), new(60, 8, 10, 42)]);

        Assert.Equal(20, line.Top, 1);
        Assert.Equal(50, line.Bottom, 1);
    }
}
