using Cifra.Imaging;
using Cifra.Imaging.Rules;

namespace Cifra.Tests.Imaging.Rules;

public sealed class RuleFinderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(-0.07)]
    public void Find_LevelLineThatSlopes_IsFoundFromEndToEnd(double slope)
    {
        var ink = new GrayImage(500, 150);
        Drawing.Stroke(ink, 40, 75, 460, 75 + (420 * slope), 3, 255);

        Rule rule = Assert.Single(RuleFinder.Find(ink));

        Assert.False(rule.IsUpright);
        Assert.InRange(rule.From.X, 37, 42);
        Assert.InRange(rule.To.X, 458, 463);
        Assert.Equal(slope, rule.Slope, 0.003);
        Assert.Equal(75 + (slope * 210), rule.Across(250), 1.0);
        Assert.InRange(rule.Thickness, 2, 4);
    }

    [Fact]
    public void Find_UprightLine_IsTheSameTurned()
    {
        var ink = new GrayImage(150, 500);
        Drawing.Stroke(ink, 75, 40, 80, 460, 3, 255);

        Rule rule = Assert.Single(RuleFinder.Find(ink));

        Assert.True(rule.IsUpright);
        Assert.InRange(rule.Length, 415, 427);
        Assert.Equal(5 / 420.0, rule.Slope, 0.003);
    }

    [Fact]
    public void Find_BrokenLineCrossedByStrokes_IsOne()
    {
        var ink = new GrayImage(500, 150);
        for (int x = 20; x < 480; x += 20)
        {
            Drawing.Stroke(ink, x, 80, x + 15, 80, 3, 255);
        }

        for (int x = 60; x < 400; x += 90)
        {
            Drawing.Stroke(ink, x, 40, x, 120, 6, 255); // no thinner than any line: upright strokes of a pen
        }

        Rule rule = Assert.Single(RuleFinder.Find(ink), rule => !rule.IsUpright);

        Assert.InRange(rule.Length, 450, 470);
    }

    [Fact]
    public void Find_RowOfRings_IsNoLine()
    {
        var ink = new GrayImage(240, 60);
        for (int x = 20; x < 230; x += 26)
        {
            Drawing.Ring(ink, x, 30, 10, 4, 255); // their feet stand on one row
        }

        Assert.DoesNotContain(RuleFinder.Find(ink), rule => rule.Length > 30);
    }

    [Fact]
    public void Find_EmptyPicture_HasNone() => Assert.Empty(RuleFinder.Find(new GrayImage(80, 40)));
}
