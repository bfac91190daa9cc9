using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Finding;
using Cifra.Tests.Imaging;

namespace Cifra.Tests.Reading.Forms.Finding;

// Truth is the map by which the lines were drawn, ten pixels to the unit. The longer side is 1000 pixels: a line is found up to 2.2 pixels from its place.
public sealed class FormAlignmentTests
{
    private static readonly FormTemplate Form = new("t", 90, 70,
    [
        new FormField("comb", new FormBox(10, 8, 60, 10)) { Rows = 1, Columns = 6 },
        new FormField("table", new FormBox(15, 30, 60, 30)) { Rows = 3, Columns = 2 },
    ]);

    private static readonly Homography Truth = Homography.Affine(10, 0, 50, 0, 10, 40);
    private static readonly FormStructure Structure = FormStructure.Of(Form);
    private static readonly GrayImage Drawn = Draw(Truth);

    [Fact]
    public void Judge_TruePlace_FindsAllLinesWithoutDistance()
    {
        FormPlace place = new FormAlignment(Drawn, Structure).Judge(Truth, FormAnchor.Marks);

        Assert.InRange(place.Found, 0.99, 1);
        Assert.InRange(place.Residual, 0, 0.6);
        Assert.Equal(FormAnchor.Marks, place.By);
        Assert.Same(Truth, place.ToPicture);
    }

    [Theory]
    [InlineData(1.5, 0.9, 1)]
    [InlineData(5, 0, 0.75)] // only the lines along the shift are where they should be
    public void Judge_ShiftedPlace_FindsFewerLines(double shift, double least, double most) =>
        Assert.InRange(new FormAlignment(Drawn, Structure).Judge(Truth.Then(Homography.Affine(1, 0, shift, 0, 1, 0)), FormAnchor.Page).Found, least, most);

    [Fact]
    public void Judge_ShiftedByOnePixel_HasThatResidual()
    {
        FormPlace place = new FormAlignment(Drawn, Structure).Judge(Truth.Then(Homography.Affine(1, 0, 1.5, 0, 1, 1.5)), FormAnchor.Page);

        Assert.InRange(place.Residual, 1.2, 1.8);
    }

    [Fact]
    public void Judge_EveryEighthSample_SaysAboutTheSame()
    {
        var alignment = new FormAlignment(Drawn, Structure);

        Assert.InRange(alignment.Judge(Truth, FormAnchor.Page, step: 8).Found, 0.98, 1);
        Assert.Equal(0, alignment.Judge(Truth.Then(Homography.Affine(1, 0, 2000, 0, 1, 0)), FormAnchor.Page, step: 8).Found);
    }

    [Fact]
    public void Judge_HalfOfTheFormOutsideThePicture_FindsTheOtherHalf()
    {
        Homography half = Truth.Then(Homography.Affine(1, 0, 0, 0, 1, 450)); // the table is below the picture's 800 rows, most of it

        FormPlace place = new FormAlignment(Draw(half), Structure).Judge(half, FormAnchor.Page);

        int inside = Structure.Places.Count(sample => half.Apply(sample.Place).Y < 799);
        Assert.Equal((double)inside / Structure.Places.Count, place.Found, 0.03);
    }

    [Fact]
    public void Judge_EmptyPaper_FindsNothing() =>
        Assert.Equal((0.0, 0.0), (new FormAlignment(Pictures.Flat(1000, 800, EvenLight.Paper), Structure).Judge(Truth, FormAnchor.Page) is var place ? place.Found : 1, place.Residual));

    [Theory]
    [InlineData(6, -5, 0)]
    [InlineData(-4, 6, 0.006)]
    [InlineData(0, 0, -0.008)]
    public void Align_PlaceThatIsAboutRight_IsMadeExact(double x, double y, double turn)
    {
        FormPlace place = new FormAlignment(Drawn, Structure).Align(Truth.Then(Homography.Affine(1, -turn, x + (400 * turn), turn, 1, y - (500 * turn))), FormAnchor.Structure);

        Assert.InRange(place.Found, 0.99, 1);
        Assert.Equal(FormAnchor.Structure, place.By);
        Assert.All(Structure.Page.Corners, corner => Assert.InRange(Truth.Apply(corner).DistanceTo(place.ToPicture.Apply(corner)), 0, 0.8));
    }

    [Fact]
    public void Align_PagePlacedInPerspective_FollowsIt()
    {
        Homography truth = Homography.Between(Structure.Page, new Quadrilateral(new(80, 60), new(920, 90), new(960, 740), new(50, 700)));
        Homography start = Homography.Between(Structure.Page, new Quadrilateral(new(84, 64), new(916, 92), new(964, 736), new(46, 703)));

        FormPlace place = new FormAlignment(Draw(truth), Structure).Align(start, FormAnchor.Page);

        Assert.InRange(place.Found, 0.99, 1);
        Assert.All(Structure.Page.Corners, corner => Assert.InRange(truth.Apply(corner).DistanceTo(place.ToPicture.Apply(corner)), 0, 0.8));
    }

    [Fact]
    public void Align_EmptyPaper_StaysWhereItIs()
    {
        FormPlace place = new FormAlignment(Pictures.Flat(1000, 800, EvenLight.Paper), Structure).Align(Truth, FormAnchor.Page);

        Assert.All(Structure.Page.Corners, corner => Assert.InRange(Truth.Apply(corner).DistanceTo(place.ToPicture.Apply(corner)), 0, 1e-6));
    }

    private static GrayImage Draw(Homography map)
    {
        GrayImage picture = Pictures.Flat(1000, 800, EvenLight.Paper);
        foreach (FormLine line in Structure.Lines)
        {
            PicturePoint from = map.Apply(line.From);
            PicturePoint to = map.Apply(line.To);
            Drawing.Stroke(picture, from.X, from.Y, to.X, to.Y, 2.4, 60);
        }

        return picture;
    }
}
