using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Numerics;
using Cifra.Reading.Forms.Finding;

namespace Cifra.Tests.Reading.Forms.Finding;

public sealed class FrameIndexTests
{
    [Fact]
    public void Nearest_SeveralBoxes_IsTheNearest() =>
        Assert.Equal(120, Nearest(110, 100, 50, Box(80, 100, 10), Box(120, 100, 10), Box(140, 100, 10))?.Middle.X);

    [Theory]
    [InlineData(30, true)]
    [InlineData(29.9, false)]
    public void Nearest_Distance_CountsUpToTheFurthest(double furthest, bool found)
    {
        Assert.Equal(found, Nearest(100, 100, furthest, Box(130, 100, 10)) is not null);
        Assert.Equal(found, Nearest(100, 100, furthest, Box(70, 100, 10)) is not null);
        Assert.Equal(found, Nearest(100, 100, furthest, Box(100, 130, 10)) is not null);
        Assert.Equal(found, Nearest(100, 100, furthest, Box(100, 70, 10)) is not null);
    }

    [Theory]
    [InlineData(10, 10, true)]
    [InlineData(10.1, 20, false)]
    [InlineData(5, 9.9, false)]
    public void Nearest_Size_LiesBetweenItsBounds(double smallest, double largest, bool found) =>
        Assert.Equal(found, new FrameIndex([Box(100, 100, 10)], 300, 300).Nearest(new(100, 100), 5, true, smallest, largest) is not null);

    [Fact]
    public void Nearest_OtherKind_IsNotFound()
    {
        var index = new FrameIndex([Box(100, 100, 10), Box(110, 100, 10) with { IsCell = false }], 300, 300);

        Assert.Equal(110, index.Nearest(new(100, 100), 50, false, 0, 100)?.Middle.X);
        Assert.Equal(100, index.Nearest(new(110, 100), 50, true, 0, 100)?.Middle.X);
    }

    [Fact]
    public void Nearest_BoxesAtTheEdgesAndOutside_AreFound()
    {
        Frame[] frames = [Box(-5, -5, 10), Box(299, 299, 10), Box(310, 20, 10)];

        Assert.Same(frames[0], Nearest(0, 0, 10, frames));
        Assert.Same(frames[1], Nearest(299, 299, 1, frames));
        Assert.Same(frames[2], Nearest(309, 20, 2, frames));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(1e6, 0)]
    [InlineData(0, -1e6)]
    [InlineData(double.PositiveInfinity, 0)]
    public void Nearest_PlaceThatIsNone_IsNull(double x, double y) => Assert.Null(Nearest(x, y, 1e9, Box(10, 10, 10)));

    [Fact]
    public void Nearest_AnyBoxes_IsWhatLookingAtAllOfThemFinds()
    {
        var random = new SeededRandom(8);
        Frame[] frames = [.. Enumerable.Range(0, 200).Select(_ => Box(random.Next(400), random.Next(300), 5 + random.Next(20)))];
        var index = new FrameIndex(frames, 400, 300);
        for (int i = 0; i < 500; i++)
        {
            var place = new PicturePoint(random.Next(400), random.Next(300));
            double furthest = random.Next(60);
            Frame? expected = frames.Where(frame => frame.Size is >= 8 and <= 20 && frame.Middle.DistanceTo(place) <= furthest).MinBy(frame => frame.Middle.DistanceTo(place));

            Frame? found = index.Nearest(place, furthest, true, 8, 20);

            Assert.Equal(expected?.Middle.DistanceTo(place), found?.Middle.DistanceTo(place));
        }
    }

    private static Frame? Nearest(double x, double y, double furthest, params Frame[] frames) =>
        new FrameIndex(frames, 300, 300).Nearest(new(x, y), furthest, isCell: true, 0, 1000);

    // A square around a place.
    private static Frame Box(double x, double y, double side)
    {
        double half = side / 2;
        return new Frame(new Quadrilateral(new(x - half, y - half), new(x + half, y - half), new(x + half, y + half), new(x - half, y + half)), IsCell: true);
    }
}
