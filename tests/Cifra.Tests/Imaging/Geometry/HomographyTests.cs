using Cifra.Imaging;
using Cifra.Imaging.Geometry;

namespace Cifra.Tests.Imaging.Geometry;

public sealed class HomographyTests
{
    private static readonly Quadrilateral UnitSquare = Quadrilateral.OfSize(1, 1);
    private static readonly Quadrilateral Askew = new(new(185, 201), new(988, 145), new(981, 1021), new(142, 972));

    [Fact]
    public void Between_SquareAndForeshortened_IsTheKnownOne()
    {
        // (x, y) -> (x, y) / (1 + x), by hand
        var map = Homography.Between(UnitSquare, new Quadrilateral(new(0, 0), new(0.5, 0), new(0.5, 0.5), new(0, 1)));

        AssertNear(new PicturePoint(1 / 3.0, 1 / 3.0), map.Apply(new PicturePoint(0.5, 0.5)));
        AssertNear(new PicturePoint(0.2, 0.6), map.Apply(new PicturePoint(0.25, 0.75)));
    }

    [Fact]
    public void Between_AnyFourCorners_GoToTheirPartners()
    {
        var map = Homography.Between(Quadrilateral.OfSize(640, 480), Askew);

        Quadrilateral there = map.Apply(new PixelBox(0, 0, 640, 480));

        Assert.All(there.Corners.Zip(Askew.Corners), pair => AssertNear(pair.Second, pair.First));
    }

    [Fact]
    public void Inverse_AfterTheMap_LeavesPlacesWhereTheyAre()
    {
        var map = Homography.Between(Quadrilateral.OfSize(640, 480), Askew);
        Homography there = map.Then(map.Inverse());

        Assert.All(Askew.Corners, p => AssertNear(p, there.Apply(p)));
    }

    [Fact]
    public void Then_ScaleAndShift_HappenInThatOrder() =>
        AssertNear(new PicturePoint(13, 26), Homography.Scale(3, 4).Then(Homography.Affine(1, 0, 10, 0, 1, 2)).Apply(new PicturePoint(1, 6)));

    [Fact]
    public void ScaleAt_Stretch_IsTheRootOfTheArea() => Assert.Equal(6, Homography.Scale(3, 12).ScaleAt(new PicturePoint(5, 5)), 1e-9);

    [Fact]
    public void ScaleAt_Foreshortened_MatchesFiniteDifferences()
    {
        var map = Homography.Between(UnitSquare, new Quadrilateral(new(0, 0), new(0.5, 0), new(0.5, 0.5), new(0, 1)));

        // at (0.25, 0.75) the map (x, y) / (1 + x) has the Jacobian [1, 0; -y, 1 + x] / (1 + x)², by hand
        Assert.Equal(Math.Sqrt(Math.Pow(1.25, -3)), map.ScaleAt(new PicturePoint(0.25, 0.75)), 1e-9);
    }

    [Fact]
    public void Between_CornersOnALine_IsRefused() => Assert.Throws<ArgumentException>(() =>
        Homography.Between(new Quadrilateral(new(0, 0), new(1, 0), new(2, 0), new(3, 0)), UnitSquare));

    private static void AssertNear(PicturePoint expected, PicturePoint actual)
    {
        Assert.Equal(expected.X, actual.X, 1e-6);
        Assert.Equal(expected.Y, actual.Y, 1e-6);
    }
}
