using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Tests.Imaging.Frames;

public sealed class HomographyFitTests
{
    private static readonly Quadrilateral Page = Quadrilateral.OfSize(210, 297);
    private static readonly Quadrilateral Seen = new(new(120, 80), new(900, 130), new(1010, 1350), new(60, 1200));
    private static readonly Homography True = Homography.Between(Page, Seen);

    [Fact]
    public void Solve_ManyExactPoints_IsTheOneThatMadeThem()
    {
        var fit = new HomographyFit(Page, Seen);
        foreach (PicturePoint place in Places())
        {
            fit.Add(place, True.Apply(place));
        }

        AssertSame(True, fit.Solve()!);
    }

    // A rule tells nothing of where along it a place is: rules across and down together tell all.
    [Fact]
    public void Solve_PlacesSomewhereOnTheirLines_IsTheOneThatMadeThem()
    {
        var fit = new HomographyFit(Page, Seen);
        int i = 0;
        foreach (PicturePoint place in Places())
        {
            PicturePoint seen = True.Apply(place);
            PicturePoint ahead = True.Apply(i++ % 2 == 0 ? place with { X = place.X + 1 } : place with { Y = place.Y + 1 });
            double length = seen.DistanceTo(ahead);
            (double dx, double dy) = ((ahead.X - seen.X) / length, (ahead.Y - seen.Y) / length);
            var slid = new PicturePoint(seen.X + (7 * dx), seen.Y + (7 * dy));
            fit.Add(place, slid, -dy, dx, weight: 1);
        }

        AssertSame(True, fit.Solve()!);
    }

    [Fact]
    public void Solve_Affine_IsTheOneThatMadeThem()
    {
        var affine = Homography.Affine(3, 0.2, 40, -0.1, 2.5, 70);
        var fit = new HomographyFit(Page, Seen);
        foreach (PicturePoint place in Places())
        {
            fit.Add(place, affine.Apply(place));
        }

        AssertSame(affine, fit.Solve(affine: true)!);
    }

    [Fact]
    public void Solve_PointsOnOneLine_IsNull()
    {
        var fit = new HomographyFit(Page, Seen);
        for (int i = 0; i < 10; i++)
        {
            fit.Add(new PicturePoint(20 * i, 10 * i), new PicturePoint(60 * i, 30 * i));
        }

        Assert.Null(fit.Solve());
    }

    private static IEnumerable<PicturePoint> Places()
    {
        for (int y = 10; y < 297; y += 40)
        {
            for (int x = 10; x < 210; x += 40)
            {
                yield return new PicturePoint(x, y);
            }
        }
    }

    private static void AssertSame(Homography expected, Homography actual)
    {
        foreach (PicturePoint corner in Page.Corners)
        {
            Assert.Equal(0, expected.Apply(corner).DistanceTo(actual.Apply(corner)), 6);
        }
    }
}
