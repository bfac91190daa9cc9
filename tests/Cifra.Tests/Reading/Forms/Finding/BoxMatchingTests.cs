using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Finding;

namespace Cifra.Tests.Reading.Forms.Finding;

// Truth: the map by which a form's boxes were placed in the picture, and shares of borders counted by hand.
public sealed class BoxMatchingTests
{
    private const int Width = 1000;
    private const int Height = 800;

    // A comb, a box and a table: no box is 60 % of the page.
    private static readonly FormTemplate Several = new("several", 100, 80,
    [
        new FormField("comb", new FormBox(5, 5, 48, 8)) { Rows = 1, Columns = 6 },
        new FormField("box", new FormBox(60, 6, 30, 10)),
        new FormField("table", new FormBox(10, 30, 50, 40)) { Rows = 4, Columns = 2 },
    ]);

    // The corners of the page in the picture.
    public static TheoryData<string, double[]> Maps => new()
    {
        { "scaled", [60, 50, 860, 50, 860, 690, 60, 690] },
        { "small", [500, 300, 700, 300, 700, 460, 500, 460] },
        { "turned", [200, 40, 900, 190, 780, 750, 80, 600] },
        { "in perspective", [150, 80, 880, 120, 960, 700, 60, 640] },
    };

    [Theory, MemberData(nameof(Maps))]
    public void Find_AllBoxesSeen_IsTheMapThatPlacedThem(string kind, double[] corners)
    {
        Assert.NotEmpty(kind);
        var page = new Quadrilateral(new(corners[0], corners[1]), new(corners[2], corners[3]), new(corners[4], corners[5]), new(corners[6], corners[7]));
        Homography truth = Homography.Between(Quadrilateral.OfSize(100, 80), page);

        (Homography found, double share) = Best(Several, Frames(Several, truth))[0];

        Assert.Equal(1, share, 1e-9);
        AssertSame(truth, found);
    }

    [Fact]
    public void Find_OtherBoxesAmongThem_IsStillTheMap()
    {
        Homography truth = Homography.Affine(7, 0, 100, 0, 7, 100);
        List<Frame> frames = [.. Frames(Several, truth), .. Enumerable.Range(0, 8).Select(i => Rectangle(820, 90 + (80 * i), 150, 60, isCell: i % 2 == 0))];

        (Homography found, double share) = Best(Several, frames)[0];

        Assert.Equal(1, share, 1e-9);
        AssertSame(truth, found);
    }

    // Borders, half of each box's: comb 56 and its cells 6 x 16, box 40 and its cell 40, table 90 and its cells 8 x 35; 602 in all.
    [Fact]
    public void Find_SomeBoxesMissing_CountsTheBordersOfTheOthers()
    {
        Homography truth = Homography.Affine(8, 0, 60, 0, 8, 50);
        List<Frame> frames = [.. Frames(Several, truth).Where(frame => frame.IsCell)];

        (Homography found, double share) = Best(Several, frames)[0];

        Assert.Equal((96.0 + 40 + 280) / 602, share, 1e-9);
        AssertSame(truth, found);
    }

    [Fact]
    public void Find_NoBoxes_FindsNothing()
    {
        Assert.Empty(Best(Several, []));
        Assert.Empty(Best(new FormTemplate("t", 10, 10, [new FormField("a", new FormBox(0, 0, 10, 10)) { Lined = false }]), Frames(Single, Homography.Scale(50, 50))));
    }

    // The page is one box, whose corners say all about the map; its outline and its cell are the same box.
    private static readonly FormTemplate Single = new("single", 100, 80, [new FormField("a", new FormBox(0, 0, 100, 80))]);

    [Fact]
    public void Find_OneBoxOfThePage_IsItsMap()
    {
        Homography truth = Homography.Between(Quadrilateral.OfSize(100, 80), new Quadrilateral(new(150, 80), new(880, 120), new(960, 700), new(60, 640)));

        (Homography found, double share) = Assert.Single(Best(Single, [.. Frames(Single, truth).Where(frame => frame.IsCell)]));

        Assert.Equal(0.5, share, 1e-9); // its cell, without the outline
        AssertSame(truth, found);
    }

    [Theory]
    [InlineData(1.69, true)]
    [InlineData(1.71, false)]
    [InlineData(1 / 1.69, true)]
    [InlineData(1 / 1.71, false)]
    public void Find_BoxOfAnotherAspect_IsAnotherBox(double factor, bool found)
    {
        double height = 300 / Math.Sqrt(factor);

        Assert.Equal(found, Best(Single, [Rectangle(100, 100, height * 1.25 * factor, height, isCell: true)]).Count > 0);
    }

    // The picture's diagonal is 1280.6 pixels; the page's is the box's.
    [Theory]
    [InlineData(0.149, false)]
    [InlineData(0.151, true)]
    [InlineData(2.19, true)]
    [InlineData(2.21, false)]
    public void Find_Page_HasASensibleSize(double part, bool found)
    {
        double scale = part * Math.Sqrt((Width * Width) + (Height * Height)) / Math.Sqrt((100 * 100) + (80 * 80));

        Assert.Equal(found, Best(Single, [Rectangle(0, 0, 100 * scale, 80 * scale, isCell: true)]).Count > 0);
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(25, true)]
    public void Find_BoxWithVerySharpCorners_IsNoPage(double degrees, bool found)
    {
        double lean = 400 * Math.Cos(degrees * Math.PI / 180);
        double height = 400 * Math.Sin(degrees * Math.PI / 180);
        var frame = new Frame(new Quadrilateral(new(100, 100), new(600, 100), new(600 + lean, 100 + height), new(100 + lean, 100 + height)), IsCell: true);

        Assert.Equal(found, Best(Single, [frame]).Count > 0);
    }

    // A large box and a small one. Both kinds of each are in the form; of each the picture has the cell alone: borders 140 and 20 of 320.
    private static readonly FormTemplate Pair = new("pair", 120, 60,
        [new FormField("large", new FormBox(5, 5, 90, 50)), new FormField("small", new FormBox(105, 20, 10, 10))]);

    // The small box is seen 2.5 times as high as wide, so that nothing starts from it: the large one predicts it at (660, 150), 60 pixels large.
    [Theory]
    [InlineData(23.5, 1, true)] // 0.4 of 60 pixels are 24
    [InlineData(-23.5, 1, true)]
    [InlineData(24.5, 1, false)]
    [InlineData(-24.5, 1, false)]
    [InlineData(0, 1.44, true)]
    [InlineData(0, 1.46, false)]
    [InlineData(0, 1 / 1.44, true)]
    [InlineData(0, 1 / 1.46, false)]
    public void Find_NextBox_IsWhereAndAsLargeAsPredicted(double off, double factor, bool found)
    {
        double width = factor * 60 / Math.Sqrt(2.5);
        double height = factor * 60 * Math.Sqrt(2.5);
        Frame large = Rectangle(30, 30, 540, 300, isCell: true);

        foreach ((double x, double y) in new[] { (off, 0.0), (0.0, off) })
        {
            Frame small = Rectangle(660 + x - (width / 2), 150 + y - (height / 2), width, height, isCell: true);

            Assert.Equal(found ? 160 / 320.0 : 140 / 320.0, Best(Pair, [large, small])[0].Share, 1e-9);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Find_OutlineInsteadOfACell_CountsItsOwnBorder(bool isCell) =>
        Assert.Equal(160 / 320.0, Best(Pair, [Rectangle(30, 30, 540, 300, isCell: true), Rectangle(630, 120, 60, 60, isCell)])[0].Share, 1e-9);

    [Fact]
    public void Find_EnoughSeen_EndsTheSearch()
    {
        List<Frame> twice = [.. Frames(Single, Homography.Affine(4, 0, 20, 0, 4, 20)), .. Frames(Single, Homography.Affine(4, 0, 520, 0, 4, 420))];

        Assert.Single(Best(Single, twice));
        Assert.Equal(4, Best(Single, twice, new BoxMatchingOptions { EnoughShare = 1.01 }).Count); // each box by its outline and by its cell
        Assert.Single(Best(Single, [.. twice.Where(frame => frame.IsCell)], new BoxMatchingOptions { EnoughShare = 0.5 }));
    }

    [Fact]
    public void Find_Most_IsANumberOfResults()
    {
        List<Frame> twice = [.. Frames(Single, Homography.Affine(4, 0, 20, 0, 4, 20)).Where(frame => frame.IsCell), .. Frames(Single, Homography.Affine(4, 0, 520, 0, 4, 420))];
        var matching = new BoxMatching(FormStructure.Of(Single), twice, Width, Height, new BoxMatchingOptions { EnoughShare = 1.01 });

        Assert.Equal([1, 1, 0.5], matching.Find(5).Select(found => found.Share)); // the best first
        Assert.Single(matching.Find(1));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Find_Hypotheses_AreFollowedUpToTheirLimit(int most, int found)
    {
        List<Frame> twice = [.. Frames(Single, Homography.Affine(4, 0, 20, 0, 4, 20)), .. Frames(Single, Homography.Affine(4, 0, 520, 0, 4, 420))];

        Assert.Equal(found, Best(Single, twice, new BoxMatchingOptions { EnoughShare = 1.01, MostHypotheses = most }).Count);
    }

    [Fact]
    public void Find_BendThatOneBoxCannotSee_IsFoundByItsNeighbours()
    {
        // A row of ten cells, each a twelfth of the page: one cell gives an affine map, and the row the perspective.
        var row = new FormTemplate("row", 120, 20, [new FormField("a", new FormBox(10, 5, 100, 10)) { Rows = 1, Columns = 10 }]);
        Homography truth = Homography.Between(Quadrilateral.OfSize(120, 20), new Quadrilateral(new(40, 300), new(960, 340), new(960, 440), new(40, 470)));

        (Homography found, double share) = Best(row, [.. Frames(row, truth).Where(frame => frame.IsCell)])[0];

        Assert.Equal(200 / 310.0, share, 1e-9);
        AssertSame(truth, found);
    }

    private static IReadOnlyList<(Homography ToPicture, double Share)> Best(FormTemplate form, List<Frame> frames, BoxMatchingOptions? options = null) =>
        new BoxMatching(FormStructure.Of(form), [.. frames.OrderByDescending(frame => frame.Size)], Width, Height, options).Find(10);

    // Every box of the form where the map places it.
    private static List<Frame> Frames(FormTemplate form, Homography map) =>
        [.. FormStructure.Of(form).Boxes.Select(box => new Frame(map.Apply(box.Box.Corners), box.IsCell))];

    private static Frame Rectangle(double x, double y, double width, double height, bool isCell) =>
        new(new Quadrilateral(new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height)), isCell);

    private static void AssertSame(Homography expected, Homography actual)
    {
        foreach ((double x, double y) in new[] { (5.0, 5.0), (95.0, 5.0), (50.0, 18.0), (10.0, 15.0) })
        {
            Assert.InRange(expected.Apply(new PicturePoint(x, y)).DistanceTo(actual.Apply(new PicturePoint(x, y))), 0, 1e-3);
        }
    }
}
