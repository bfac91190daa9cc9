using Cifra.Imaging.Geometry;
using Cifra.Reading.Plates;

namespace Cifra.Tests.Reading.Plates;

public sealed class PlateRowTests
{
    // 60 long, 20 high.
    private static readonly PlateRow Row = new(new Quadrilateral(new(10, 20), new(70, 20), new(70, 40), new(10, 40)), Bright: true, Count: 3);

    [Fact]
    public void Sizes_Rectangle_AreItsSidesAndCentre() => Assert.Equal((60.0, 20.0, new PicturePoint(40, 30)), (Row.Width, Row.Height, Row.Centre));

    [Fact]
    public void Sizes_Trapezium_AreTheMeansOfOppositeSides()
    {
        var row = new PlateRow(new Quadrilateral(new(0, 0), new(40, 0), new(60, 30), new(0, 20)), Bright: false, Count: 0);

        Assert.Equal((Math.Sqrt(3600 + 100) + 40) / 2, row.Width, 9);
        Assert.Equal((20 + Math.Sqrt(400 + 900)) / 2, row.Height, 9);
        Assert.Equal((25.0, 12.5), (row.Centre.X, row.Centre.Y));
    }

    [Fact]
    public void Part_HalfOfIt_KeepsItsHeightAndTheRest()
    {
        PlateRow part = Row.Part(0.25, 0.75);

        Same(new(25, 20), new(55, 20), new(55, 40), new(25, 40), part);
        Assert.Equal((true, 3), (part.Bright, part.Count));
    }

    [Fact]
    public void Part_BeyondItsEnds_IsExtendedStraight() => Same(new(-20, 20), new(100, 20), new(100, 40), new(-20, 40), Row.Part(-0.5, 1.5));

    [Fact]
    public void Longer_OneHeight_AddsItAtBothEnds() => Same(new(-10, 20), new(90, 20), new(90, 40), new(-10, 40), Row.Longer(1));

    // A tenth of 20 is 2, a fifth 4, a half 10.
    [Fact]
    public void Moved_TopBottomAndSlant_MoveTheirSidesAlone() => Same(new(20, 22), new(80, 22), new(70, 44), new(10, 44), Row.Moved(0.1, 0.2, 0.5));

    [Fact]
    public void Moved_SlantOfASlopingRow_GoesAlongIt()
    {
        var row = new PlateRow(new Quadrilateral(new(0, 0), new(30, 40), new(30, 60), new(0, 20)), Bright: true, Count: 3); // 50 long, 3 to 4

        PlateRow moved = row.Moved(0, 0, 1); // 20 along: 12 to the right, 16 down

        Same(new(12, 16), new(42, 56), new(30, 60), new(0, 20), moved);
    }

    // An American plate is 2.05 by 4.1 heights of 20, or 1.12 times as wide as its row and half as high as wide.
    [Theory]
    [InlineData(60, true, 82, 41)]
    [InlineData(200, true, 224, 112)]
    [InlineData(60, false, 67.2, 31)]
    public void Around_Row_HasThePlatesProportionsAboutItsCentre(double length, bool american, double width, double height)
    {
        var row = new PlateRow(new Quadrilateral(new(0, 0), new(length, 0), new(length, 20), new(0, 20)), Bright: true, Count: 3);

        Quadrilateral outline = PlateOutline.Around(row, american);

        (double x, double y) = ((length - width) / 2, (20 - height) / 2);
        Same(new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height), row with { Corners = outline });
    }

    private static void Same(PicturePoint topLeft, PicturePoint topRight, PicturePoint bottomRight, PicturePoint bottomLeft, PlateRow row)
    {
        PicturePoint[] expected = [topLeft, topRight, bottomRight, bottomLeft];
        Assert.All(
            expected.Zip(row.Corners.Corners),
            pair => Assert.True(pair.First.DistanceTo(pair.Second) < 1e-9, $"{pair.Second} instead of {pair.First}"));
    }
}
