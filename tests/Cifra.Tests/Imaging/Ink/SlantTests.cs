using Cifra.Imaging;
using Cifra.Imaging.Ink;

namespace Cifra.Tests.Imaging.Ink;

public sealed class SlantTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-0.2)]
    [InlineData(-0.5)]
    [InlineData(0.3)]
    public void Of_LeaningStrokesAmongRoundOnes_IsTheirLean(double lean)
    {
        var ink = new GrayImage(300, 80);
        for (int x = 60; x <= 220; x += 40)
        {
            Drawing.Stroke(ink, x - (lean * 25), 15, x + (lean * 25), 65, 4, 255);
            Drawing.Stroke(ink, x - (lean * 25), 15, x - (lean * 25) + 14, 15, 4, 255); // bars lie level and do not lean
        }

        Assert.Equal(lean, Slant.Of(ink), 0.08);
    }

    [Fact]
    public void Of_RingsOrNothing_IsUpright()
    {
        var ink = new GrayImage(200, 80);
        Assert.Equal(0, Slant.Of(ink));

        Drawing.Ring(ink, 60, 40, 22, 5, 255);
        Drawing.Ring(ink, 140, 40, 18, 5, 255);
        Assert.Equal(0, Slant.Of(ink), 0.03);
    }
}
