using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Pages;

namespace Cifra.Tests.Imaging.Pages;

public sealed class EdgeLinesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_OneEdge_HasItsNormalOnTheBrightSide(int quarter)
    {
        GrayImage picture = Halves(80, 60, quarter);

        EdgeLine line = Assert.Single(EdgeLines.Find(picture, leastVotes: 200, most: 4));

        double off = Math.IEEERemainder(line.Angle - (quarter * Math.PI / 2), 2 * Math.PI);
        Assert.Equal(0, off, 3.001 * Math.PI / 180); // pixels vote for lines within three degrees
        Assert.Equal((40 * Math.Cos(line.Angle)) + (30 * Math.Sin(line.Angle)), line.Offset, 1.0); // the edge goes through the picture's middle
    }

    [Fact]
    public void Find_TooFewVotes_IsNone() => Assert.Empty(EdgeLines.Find(Halves(80, 60, 0), leastVotes: 100_000, most: 4));

    [Fact]
    public void Find_FlatPicture_HasNone() => Assert.Empty(EdgeLines.Find(Pictures.Flat(80, 60, 200), leastVotes: 1, most: 4));

    [Fact]
    public void Through_TwoPoints_PointsToTheRightOfTheWay()
    {
        var line = EdgeLine.Through(new PicturePoint(0, 10), new PicturePoint(20, 10));

        Assert.Equal(Math.PI / 2, line.Angle, 1e-12);
        Assert.Equal(10, line.Offset, 1e-12);
    }

    [Fact]
    public void Meet_LevelAndUpright_IsTheirIntersection()
    {
        PicturePoint? point = new EdgeLine(Math.PI / 2, 10, 0).Meet(new EdgeLine(0, 5, 0));

        Assert.Equal(5, point!.Value.X, 1e-9);
        Assert.Equal(10, point.Value.Y, 1e-9);
    }

    [Fact]
    public void Meet_Parallels_IsNull() => Assert.Null(new EdgeLine(1, 10, 0).Meet(new EdgeLine(1, 20, 0)));

    // Bright on one half: right, below, left, above.
    private static GrayImage Halves(int width, int height, int quarter)
    {
        var picture = new GrayImage(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool bright = quarter switch
                {
                    0 => x >= width / 2,
                    1 => y >= height / 2,
                    2 => x < width / 2,
                    _ => y < height / 2,
                };
                picture[x, y] = (byte)(bright ? 180 : 60);
            }
        }

        return picture;
    }
}
