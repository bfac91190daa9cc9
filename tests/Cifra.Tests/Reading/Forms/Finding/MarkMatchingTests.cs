using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Finding;
using Cifra.Tests.Imaging;
using Cifra.Tests.Reading.Forms.Fields;

namespace Cifra.Tests.Reading.Forms.Finding;

// The picture is 1000 x 800 pixels: a mark is 6 to 80 pixels large.
public sealed class MarkMatchingTests
{
    private static readonly FormTemplate Form = new("t", 180, 140, [new FormField("f", new FormBox(20, 20, 10, 10))])
    {
        Marks = [new FormMark(10, 10, 4), new FormMark(170, 10, 4), new FormMark(170, 130, 4), new FormMark(10, 130, 4)],
    };

    [Fact]
    public void Find_FourMarks_HasTheTrueMapAmongItsRotations()
    {
        Homography truth = Homography.Affine(5, 0, 30, 0, 5, 40);

        Homography[] found = [.. MarkMatching.Find(Form, Draw([.. Squares(truth, 20)]))];

        Assert.Contains(found, map => Error(map, truth) < 0.5);
        Assert.Equal(2, found.Length); // upright and upside down; lying on a side the aspect would differ by (4/3)², which is more than 1.7
    }

    [Fact]
    public void Find_MarksUpsideDown_AreFoundToo()
    {
        Homography truth = Homography.Affine(-5, 0, 930, 0, -5, 740);

        Assert.Contains(MarkMatching.Find(Form, Draw([.. Squares(truth, 20)])), map => Error(map, truth) < 0.5);
    }

    [Fact]
    public void Find_ThreeMarks_AreTooFew()
    {
        GrayImage picture = Draw([.. Squares(Homography.Affine(5, 0, 30, 0, 5, 40), 20).Take(3)]);

        Assert.Empty(MarkMatching.Find(Form, picture));
        Assert.Empty(MarkMatching.Find(Form with { Marks = [.. Form.Marks.Take(3)] }, Draw([.. Squares(Homography.Affine(5, 0, 30, 0, 5, 40), 20)])));
    }

    // Marks of 4 on a page on which they are 160 x 120 apart; in the picture they are 800 x 600 apart and should be 20 pixels large.
    [Theory]
    [InlineData(33, true)]
    [InlineData(35, false)]
    [InlineData(12, true)]
    [InlineData(11, false)]
    public void Find_MarksOfAnotherSize_AreNotThese(int size, bool found) =>
        Assert.Equal(found, MarkMatching.Find(Form, Draw([.. Squares(Homography.Affine(5, 0, 30, 0, 5, 40), size)])).Any());

    [Theory]
    [InlineData(19, 10, true)]
    [InlineData(20, 10, false)]
    public void Find_MarksOfDifferentSizes_AreOneFormsUpToAFactor(int large, int small, bool found)
    {
        (int, int, int, int)[] squares = [.. Squares(Homography.Affine(3, 0, 30, 0, 3, 40), 14)];
        squares[0] = (60 - (large / 2), 70 - (large / 2), large, large);
        squares[1] = (540 - (small / 2), 70 - (small / 2), small, small);

        Assert.Equal(found, MarkMatching.Find(Form, Draw(squares)).Any());
    }

    [Theory]
    [InlineData(20, 20, 1)]
    [InlineData(6, 6, 1)]
    [InlineData(5, 7, 0)]
    [InlineData(80, 80, 1)]
    [InlineData(81, 70, 0)] // 8 % of 1000
    [InlineData(36, 20, 1)]
    [InlineData(20, 36, 1)]
    [InlineData(37, 20, 0)] // 1.8 times as wide as high
    public void Shapes_Rectangle_IsAMarkBySizeAndAspect(int width, int height, int shapes) =>
        Assert.Equal(shapes, MarkMatching.Shapes(Draw((100, 100, width, height))).Count());

    [Fact]
    public void Shapes_OfASquare_AreItsCentreAndSide()
    {
        (PicturePoint centre, double size) = Assert.Single(MarkMatching.Shapes(Draw((100, 200, 20, 20))));

        Assert.Equal((new PicturePoint(110, 210), 20.0), (centre, size));
    }

    [Theory]
    [InlineData(EvenLight.Paper * 6 / 10 - 1, 1)]
    [InlineData(EvenLight.Paper * 6 / 10, 0)]
    public void Shapes_Level_IsBelowSixTenthsOfThePaper(int level, int shapes)
    {
        GrayImage picture = Pictures.Flat(1000, 800, EvenLight.Paper);
        FieldSamples.Fill(picture, 100, 100, 20, 20, (byte)level);

        Assert.Equal(shapes, MarkMatching.Shapes(picture).Count());
    }

    [Fact]
    public void Shapes_OutlinesAndDiscs_AreSolidOrNot()
    {
        GrayImage disc = Pictures.Flat(1000, 800, EvenLight.Paper);
        Drawing.Ring(disc, 100, 100, 0, 40, 20);
        GrayImage ring = Pictures.Flat(1000, 800, EvenLight.Paper);
        Drawing.Ring(ring, 100, 100, 18, 6, 20);

        Assert.Single(MarkMatching.Shapes(disc)); // covers 79 % of its box
        Assert.Empty(MarkMatching.Shapes(ring));
    }

    [Fact]
    public void Shapes_Many_AreTheFourteenLargest()
    {
        (int, int, int, int)[] squares = [.. Enumerable.Range(0, 20).Select(i => (10 + (45 * i), 100, 10 + i, 10 + i))];

        Assert.Equal(Enumerable.Range(0, 14).Select(i => 29.0 - i), MarkMatching.Shapes(Draw(squares)).Select(shape => shape.Size));
    }

    private static double Error(Homography a, Homography b) =>
        Form.Marks.Max(mark => a.Apply(new PicturePoint(mark.X, mark.Y)).DistanceTo(b.Apply(new PicturePoint(mark.X, mark.Y))));

    private static IEnumerable<(int, int, int, int)> Squares(Homography map, int size) => Form.Marks.Select(mark => map.Apply(new PicturePoint(mark.X, mark.Y)))
        .Select(centre => ((int)centre.X - (size / 2), (int)centre.Y - (size / 2), size, size));

    private static GrayImage Draw(params (int Left, int Top, int Width, int Height)[] shapes)
    {
        GrayImage picture = Pictures.Flat(1000, 800, EvenLight.Paper);
        foreach ((int left, int top, int width, int height) in shapes)
        {
            FieldSamples.Fill(picture, left, top, width, height, 20);
        }

        return picture;
    }
}
