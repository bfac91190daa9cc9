using Cifra.Imaging.Geometry;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Finding;

namespace Cifra.Tests.Reading.Forms.Finding;

public sealed class FormStructureTests
{
    private static readonly FormTemplate Form = new("t", 100, 80,
    [
        new FormField("grid", new FormBox(10, 20, 60, 20)) { Rows = 2, Columns = 3 },
        new FormField("unlined", new FormBox(80, 5, 1, 1)) { Lined = false },
    ])
    {
        Lines = [new FormLine(10, 70, 90, 70)],
    };

    private static readonly FormStructure Structure = FormStructure.Of(Form);

    [Fact]
    public void Lines_OfAGrid_AreThoseAroundAndBetweenItsCells() => Assert.Equal(
        [
            new FormLine(10, 20, 70, 20), new FormLine(10, 30, 70, 30), new FormLine(10, 40, 70, 40),
            new FormLine(10, 20, 10, 40), new FormLine(30, 20, 30, 40), new FormLine(50, 20, 50, 40), new FormLine(70, 20, 70, 40),
            new FormLine(10, 70, 90, 70),
        ],
        Structure.Lines);

    [Fact]
    public void Boxes_OfAGrid_AreItsOutlineAndItsCells()
    {
        Assert.Equal((new FormBox(10, 20, 60, 20), false), Structure.Boxes[0]);
        Assert.Equal((new FormBox(10, 20, 20, 10), true), Structure.Boxes[1]);
        Assert.Equal((new FormBox(50, 30, 20, 10), true), Structure.Boxes[^1]);
        Assert.Equal(7, Structure.Boxes.Count);
    }

    [Fact]
    public void ShortestSide_IsThatOfTheSmallestLinedCell()
    {
        Assert.Equal(10, Structure.ShortestSide);
        Assert.Equal(double.PositiveInfinity, FormStructure.Of(Form with { Fields = [Form.Fields[1]] }).ShortestSide);
    }

    [Fact]
    public void Page_IsAllOfIt() => Assert.Equal(new PicturePoint(100, 80), Structure.Page.BottomRight);

    // 900 samples on 3 x 60 + 4 x 20 + 80 = 340 units of length.
    [Fact]
    public void Places_AreSpreadByLength()
    {
        PicturePoint[] lowest = [.. Structure.Places.Where(sample => sample.Line == new FormLine(10, 70, 90, 70)).Select(sample => sample.Place)];

        Assert.Equal(211, lowest.Length); // 900 x 80 / 340
        Assert.Equal(10 + (80 * 0.5 / 211), lowest[0].X, 1e-9);
        Assert.Equal(90 - (80 * 0.5 / 211), lowest[^1].X, 1e-9);
        Assert.Equal(52, Structure.Places.Count(sample => sample.Line == new FormLine(10, 20, 10, 40))); // 900 x 20 / 340
        Assert.All(Structure.Places, sample => Assert.InRange(Distance(sample.Line, sample.Place), 0, 1e-9));
    }

    [Fact]
    public void Places_OfAShortLine_AreThree()
    {
        FormStructure structure = FormStructure.Of(Form with { Lines = [new FormLine(0, 0, 0.1, 0)] });

        Assert.Equal(3, structure.Places.Count(sample => sample.Line == new FormLine(0, 0, 0.1, 0)));
    }

    private static double Distance(FormLine line, PicturePoint place) => line.From.DistanceTo(place) + place.DistanceTo(line.To) - line.Length;
}
