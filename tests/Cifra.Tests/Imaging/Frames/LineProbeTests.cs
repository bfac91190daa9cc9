using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;

namespace Cifra.Tests.Imaging.Frames;

public sealed class LineProbeTests
{
    [Theory]
    [InlineData(9, true)]
    [InlineData(8, false)]
    public void Find_FaintLine_NeedsNineLevels(int contrast, bool found) =>
        Assert.Equal(found, Find(Lines((100, 3, contrast))) is not null);

    [Theory]
    [InlineData(98, 2)]
    [InlineData(104, 3)]
    [InlineData(99, 1)]
    public void Find_Line_GivesTheDistanceOfItsMiddle(int top, int thickness) =>
        Assert.Equal(top + (thickness / 2.0) - 100, Find(Lines((top, thickness, 80)))!.Value, 0.75);

    [Fact]
    public void Find_TwoEqualLines_GivesTheNearer() => Assert.InRange(Find(Lines((97, 2, 40), (106, 2, 40)))!.Value, -3, -1);

    [Fact]
    public void Find_MuchDarkerLineFurtherOff_IsTaken() => Assert.InRange(Find(Lines((99, 2, 12), (106, 2, 90)))!.Value, 6, 8);

    [Fact]
    public void Find_EdgeOfADarkArea_IsNoLine() => Assert.Null(Find(Lines((100, 60, 90))));

    [Fact]
    public void Find_LineBeyondReach_IsNotFound() => Assert.Null(Find(Lines((115, 3, 90))));

    private static double? Find(GrayImage even) => new LineProbe(even).Find(new PicturePoint(60, 100), nx: 0, ny: 1, reach: 8);

    // Level lines, so many levels darker than the paper.
    private static GrayImage Lines(params (int Top, int Thickness, int Contrast)[] lines)
    {
        GrayImage even = Pictures.Flat(120, 200, EvenLight.Paper);
        foreach ((int top, int thickness, int contrast) in lines)
        {
            for (int y = top; y < top + thickness; y++)
            {
                even.Row(y).Fill((byte)(EvenLight.Paper - contrast));
            }
        }

        return even;
    }
}
