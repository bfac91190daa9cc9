using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Rules;

namespace Cifra.Tests.Imaging.Ink;

public sealed class SkewTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.06)]
    public void OfShapes_LinesThatSlope_IsTheirSlope(double slope) => Assert.Equal(slope, Skew.OfShapes(Lines(slope), 30), 0.01);

    [Fact]
    public void OfShapes_LevelLinesOrFewShapes_IsLevel()
    {
        Assert.Equal(0, Skew.OfShapes(Lines(0), 30));
        Assert.Equal(0, Skew.OfShapes([.. Lines(0.1).Take(6)], 30));
    }

    [Fact]
    public void OfRules_HalfOfTheirLength_Decides()
    {
        Rule long1 = Level(0, 500, 0.02);
        Rule long2 = Level(0, 400, 0.03);
        Rule odd = Level(0, 200, -0.07);

        Assert.Equal(0.02, Skew.OfRules([long1, long2, odd], 800)!.Value, 1e-9);
        Assert.Null(Skew.OfRules([odd], 800));
    }

    // Two lines of ten shapes, 30 pixels high.
    private static Component[] Lines(double slope) =>
    [
        .. Enumerable.Range(0, 20).Select(i =>
        {
            int x = i % 10 * 40;
            int bottom = 100 + (i / 10 * 70) + (int)Math.Round(slope * (x + 10)) + (i % 3);
            return new Component(i + 1, new PixelBox(x, bottom - 30, 20, 30), 200, x + 10, bottom - 15, 255);
        }),
    ];

    private static Rule Level(double from, double to, double slope) => new(new(from, 50), new(to, 50 + (slope * (to - from))), 2, IsUpright: false);
}
