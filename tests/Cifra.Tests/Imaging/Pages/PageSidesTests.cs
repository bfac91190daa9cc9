using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Pages;

namespace Cifra.Tests.Imaging.Pages;

public sealed class PageSidesTests
{
    private static readonly PicturePoint From = new(10, 40);
    private static readonly PicturePoint To = new(90, 40);

    [Fact]
    public void Support_BrightBelow_IsWholeOneWayAndNoneTheOther()
    {
        GrayImage picture = Rows(y => y >= 40 ? 200 : 100);

        Assert.Equal(1, Support(picture, From, To));
        Assert.Equal(0, Support(picture, To, From)); // the inside is to the right of the way
    }

    [Theory]
    [InlineData(113, 1)]
    [InlineData(111, 0)]
    public void Support_FaintStep_NeedsTwelveLevels(int inside, double expected) => Assert.Equal(expected, Support(Rows(y => y >= 40 ? inside : 100), From, To));

    [Fact]
    public void Support_BrightStripe_IsNone() => Assert.Equal(0, Support(Rows(y => y is >= 40 and < 43 ? 200 : 100), From, To)); // not brighter further off

    [Fact]
    public void Support_HalfCovered_IsHalf()
    {
        GrayImage picture = Rows(y => y >= 40 ? 200 : 100);
        for (int y = 40; y < picture.Height; y++)
        {
            picture.Row(y)[50..].Fill(100);
        }

        Assert.Equal(0.5, Support(picture, From, To), 0.03);
    }

    [Fact]
    public void Fit_EdgeBesideTheSide_IsFound()
    {
        EdgeLine line = PageSides.Fit(Rows(y => y >= 43 ? 200 : 100), From, To, reach: 6, PageFinderOptions.Default);

        Assert.Equal(Math.PI / 2, line.Angle, 0.01);
        Assert.Equal(43, line.Offset, 1.0);
    }

    [Fact]
    public void Fit_FingerOverACorner_DoesNotMoveTheLine()
    {
        GrayImage picture = Rows(y => y >= 43 ? 200 : 100);
        for (int y = 36; y < 43; y++)
        {
            picture.Row(y)[78..].Fill(200);
        }

        EdgeLine line = PageSides.Fit(picture, From, To, reach: 8, PageFinderOptions.Default);

        Assert.Equal(Math.PI / 2, line.Angle, 0.01);
        Assert.Equal(43, line.Offset, 1.0);
    }

    [Fact]
    public void Fit_NoEdge_LeavesTheSide()
    {
        EdgeLine line = PageSides.Fit(Pictures.Flat(100, 80, 100), From, To, reach: 6, PageFinderOptions.Default);

        Assert.Equal(40, line.Offset, 1e-6);
    }

    [Theory]
    [InlineData(20, 20, 80, 20, 80, 80, 20, 80, true)]
    [InlineData(40, 40, 79, 40, 79, 78, 40, 78, false)]   // 14.8 % of the picture
    [InlineData(0, 20, 80, 20, 80, 80, 20, 80, false)]    // a corner on the picture's edge
    [InlineData(38, 20, 62, 20, 80, 80, 20, 80, false)]   // the upper side is less than half of the lower one
    [InlineData(35, 20, 66, 20, 80, 80, 20, 80, true)]
    [InlineData(5, 30, 70, 40, 95, 75, 40, 70, false)]    // a corner of 40 degrees
    [InlineData(20, 80, 80, 80, 80, 20, 20, 20, false)]   // anticlockwise
    public void MayBePage_Shape_Decides(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy, bool expected) =>
        Assert.Equal(expected, PageFinder.MayBePage(
            new Quadrilateral(new(ax, ay), new(bx, by), new(cx, cy), new(dx, dy)), Pictures.Flat(100, 100, 0), PageFinderOptions.Default));

    private static double Support(GrayImage picture, PicturePoint from, PicturePoint to) => PageSides.Support(picture, from, to, PageFinderOptions.Default);

    private static GrayImage Rows(Func<int, int> level)
    {
        var picture = new GrayImage(100, 80);
        for (int y = 0; y < picture.Height; y++)
        {
            picture.Row(y).Fill((byte)level(y));
        }

        return picture;
    }
}
