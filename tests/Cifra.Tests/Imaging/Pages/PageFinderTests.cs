using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Pages;

namespace Cifra.Tests.Imaging.Pages;

public sealed class PageFinderTests
{
    [Theory]
    [InlineData(120, 90, 760, 60, 800, 520, 100, 560)]
    [InlineData(230, 40, 850, 160, 740, 610, 90, 480)] // turned by 11°
    [InlineData(300, 120, 640, 125, 630, 560, 310, 570)]
    public void Find_PageOnATable_IsFoundAtItsCorners(int x0, int y0, int x1, int y1, int x2, int y2, int x3, int y3)
    {
        var page = new Quadrilateral(new(x0, y0), new(x1, y1), new(x2, y2), new(x3, y3));
        GrayImage photo = Photo(page);

        Quadrilateral? found = PageFinder.Find(photo);

        Assert.NotNull(found);
        Assert.All(found.Corners.Zip(page.Corners), pair => Assert.InRange(pair.First.DistanceTo(pair.Second), 0, 3));
    }

    [Fact]
    public void Find_ShadowOverPageAndTable_DoesNoHarm()
    {
        var page = new Quadrilateral(new(120, 90), new(760, 60), new(800, 520), new(100, 560));
        GrayImage photo = Photo(page);
        for (int y = 0; y < photo.Height; y++)
        {
            for (int x = 300 + (y / 3); x < photo.Width; x++)
            {
                photo[x, y] = (byte)(photo[x, y] * 0.6);
            }
        }

        Quadrilateral? found = PageFinder.Find(photo);

        Assert.NotNull(found);
        Assert.All(found.Corners.Zip(page.Corners), pair => Assert.InRange(pair.First.DistanceTo(pair.Second), 0, 4));
    }

    [Fact]
    public void Find_FrameDrawnOnPaper_IsNoPage()
    {
        GrayImage scan = Pictures.Flat(900, 650, 220);
        Drawing.Sheet(scan, new Quadrilateral(new(60, 60), new(840, 60), new(840, 590), new(60, 590)), 40);
        Drawing.Sheet(scan, new Quadrilateral(new(66, 66), new(834, 66), new(834, 584), new(66, 584)), 220);

        Assert.Null(PageFinder.Find(scan));
    }

    [Fact]
    public void Find_PageCutByThePicturesEdge_IsNone()
    {
        GrayImage photo = Pictures.Flat(900, 650, 80);
        Drawing.Sheet(photo, new Quadrilateral(new(200, 100), new(950, 80), new(950, 700), new(180, 700)), 210);
        Drawing.Light(photo, 0.1, 2, seed: 2);

        Assert.Null(PageFinder.Find(photo));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void Find_NothingButGrain_IsNone(double grain)
    {
        GrayImage photo = Pictures.Flat(500, 400, 150);
        Drawing.Light(photo, 0.3, grain, seed: 3);

        Assert.Null(PageFinder.Find(photo));
    }

    private static GrayImage Photo(Quadrilateral page)
    {
        GrayImage photo = Pictures.Flat(900, 650, 90);
        Drawing.Sheet(photo, page, 205);
        var onPage = Homography.Between(Quadrilateral.OfSize(1, 1), page);
        for (int line = 1; line < 8; line++)
        {
            PicturePoint from = onPage.Apply(new PicturePoint(0.1, line / 8.0));
            PicturePoint to = onPage.Apply(new PicturePoint(0.8, line / 8.0));
            Drawing.Stroke(photo, from.X, from.Y, to.X, to.Y, 4, 60);
        }

        Drawing.Light(photo, 0.25, 3, seed: 1);
        return photo;
    }
}
