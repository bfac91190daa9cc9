using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Finding;
using Cifra.Tests.Imaging;

namespace Cifra.Tests.Reading.Forms.Finding;

public sealed class FieldMeshTests
{
    private static readonly FormField Unlined = new("f", new FormBox(10, 20, 60, 40)) { Rows = 2, Columns = 3, Lined = false };
    private static readonly FieldMesh Mesh = FieldMesh.Of(Unlined, Homography.Scale(2, 2), Pictures.Flat(200, 200, EvenLight.Paper));

    [Fact]
    public void Of_FieldWithoutLines_IsWhereThePageHasIt()
    {
        Assert.Equal((2, 3), (Mesh.Rows, Mesh.Columns));
        Assert.Equal(new Quadrilateral(new(20, 40), new(140, 40), new(140, 120), new(20, 120)), Mesh.Border);
    }

    [Fact]
    public void At_PlacesInside_AreBetweenTheCorners()
    {
        Assert.Equal(new PicturePoint(20, 40), Mesh.At(0, 0));
        Assert.Equal(new PicturePoint(60, 80), Mesh.At(1, 1));
        Assert.Equal(new PicturePoint(120, 60), Mesh.At(2.5, 0.5));
        Assert.Equal(new PicturePoint(140, 120), Mesh.At(3, 2));
    }

    [Fact]
    public void At_PlacesBeyondTheBorder_GoOnAsInside()
    {
        Assert.Equal(new PicturePoint(0, 20), Mesh.At(-0.5, -0.5));
        Assert.Equal(new PicturePoint(160, 140), Mesh.At(3.5, 2.5));
    }

    [Fact]
    public void Cell_OfAMesh_IsAMeshOfOne()
    {
        FieldMesh cell = Mesh.Cell(1, 2);

        Assert.Equal((1, 1), (cell.Rows, cell.Columns));
        Assert.Equal(new Quadrilateral(new(100, 80), new(140, 80), new(140, 120), new(100, 120)), cell.Border);
    }

    [Fact]
    public void Lines_AreRowsThenColumns()
    {
        IReadOnlyList<IReadOnlyList<PicturePoint>> lines = Mesh.Lines();

        Assert.Equal([4, 4, 4, 3, 3, 3, 3], lines.Select(line => line.Count));
        Assert.Equal([new PicturePoint(20, 80), new(60, 80), new(100, 80), new(140, 80)], lines[1]);
        Assert.Equal([new PicturePoint(60, 40), new(60, 80), new(60, 120)], lines[4]);
    }

    [Fact]
    public void Moved_Mesh_IsMovedPointByPoint() => Assert.Equal(new PicturePoint(61, 160), Mesh.Moved(Homography.Affine(1, 0, 1, 0, 2, 0)).At(1, 1));

    // Cells of 60 x 60 pixels: a line is searched for within 9.6 pixels.
    [Fact]
    public void Of_LinesBesideTheirPlaces_FollowsThem()
    {
        FieldMesh mesh = Lined(picture => Grid(picture, x => x + 4, y => y - 3));

        AssertNear(new(104, 97), mesh.At(0, 0));
        AssertNear(new(164, 157), mesh.At(1, 1));
        AssertNear(new(284, 217), mesh.At(3, 2));
    }

    [Fact]
    public void Of_NoLinesInThePicture_StaysWhereThePageHasThem() => AssertNear(new(160, 160), Lined(_ => { }).At(1, 1));

    [Fact]
    public void Of_LinesFarFromTheirPlaces_AreOtherLines() => AssertNear(new(160, 160), Lined(picture => Grid(picture, x => x + 15, y => y + 15)).At(1, 1));

    [Fact]
    public void Of_LineThatIsNotSeen_GoesWithItsNeighbours()
    {
        FieldMesh mesh = Lined(picture => Grid(picture, x => x == 160 ? null : x < 160 ? x + 2 : x + 6, y => y));

        AssertNear(new(164, 160), mesh.At(1, 1)); // the mean of 2 and 6
        AssertNear(new(102, 160), mesh.At(0, 1));
    }

    [Fact]
    public void Of_OutermostLineThatIsNotSeen_GoesWithTheNextOne() =>
        AssertNear(new(104, 160), Lined(picture => Grid(picture, x => x == 100 ? null : x + 4, y => y)).At(0, 1));

    [Fact]
    public void Of_BentLine_IsFollowedAsAParabola()
    {
        FieldMesh mesh = Lined(picture =>
        {
            Grid(picture, x => x, y => y == 160 ? null : y);
            for (int i = 0; i < 36; i++) // 160 + 8 · t(1 − t): 2 pixels lower in the middle
            {
                double t = i / 36.0;
                double next = (i + 1) / 36.0;
                Drawing.Stroke(picture, 100 + (180 * t), 160 + (8 * t * (1 - t)), 100 + (180 * next), 160 + (8 * next * (1 - next)), 2.4, 60);
            }
        });

        AssertNear(new(160, 160 + (8 * 2 / 9.0)), mesh.At(1, 1)); // t = 1/3
        AssertNear(new(220, 160 + (8 * 2 / 9.0)), mesh.At(2, 1));
    }

    private static FieldMesh Lined(Action<GrayImage> draw)
    {
        GrayImage picture = Pictures.Flat(400, 400, EvenLight.Paper);
        draw(picture);
        var field = new FormField("f", new FormBox(100, 100, 180, 120)) { Rows = 2, Columns = 3 };
        return FieldMesh.Of(field, Homography.Identity, picture);
    }

    // Lines of 2 x 3 cells, each where the test moves it; null leaves it out.
    private static void Grid(GrayImage picture, Func<int, double?> column, Func<int, double?> row)
    {
        foreach (int x in (int[])[100, 160, 220, 280])
        {
            if (column(x) is { } at)
            {
                Drawing.Stroke(picture, at, 85, at, 235, 2.4, 60);
            }
        }

        foreach (int y in (int[])[100, 160, 220])
        {
            if (row(y) is { } at)
            {
                Drawing.Stroke(picture, 85, at, 300, at, 2.4, 60);
            }
        }
    }

    private static void AssertNear(PicturePoint expected, PicturePoint actual, double tolerance = 0.8) => Assert.InRange(expected.DistanceTo(actual), 0, tolerance);
}
