using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Fields;
using Cifra.Reading.Forms.Finding;
using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Forms.Fields;

public sealed class NumberFieldReaderTests
{
    private static readonly NumberFieldReader Reader = new(Pretrained.Field, Pretrained.Lines, ReadingOptions.Default);

    [Fact]
    public void Read_EmptyBox_IsAcceptedWithoutText()
    {
        ReadNumber number = Reader.Read(FieldSamples.Seen(1, 1, null, [null]) with { Flaws = [[FieldFlaws.Empty]] }, Moved);

        Assert.Equal(("f", "", 1.0, Decision.Accept), (number.Name, number.Text, number.Confidence, number.Decision));
        Assert.Equal([FieldFlaws.Empty], number.Flaws);
        Assert.Equal(new PixelBox(1010, 10, 50, 50), number.Box);
    }

    [Fact]
    public void Read_DrawnNumber_IsReadAndPlacedInTheOriginalPicture()
    {
        ReadNumber number = Reader.Read(Written("407", null), Moved);

        Assert.Equal(("f", "407"), (number.Name, number.Text));
        Assert.Equal(new PixelBox(1010, 10, 200, 50), number.Box);
        Assert.Equal(["too light"], number.Flaws);
        Assert.All(number.Digits, digit => Assert.InRange(digit.Box.X, 1010, 1210));
        Assert.True(number.Digits.Zip(number.Digits.Skip(1)).All(pair => pair.First.Box.X < pair.Second.Box.X));
    }

    [Fact]
    public void Read_Grammar_DecidesWhatIsAccepted()
    {
        Assert.Equal(("407", Decision.Accept), Decided("pattern:[0-9]{3}"));
        Assert.NotEqual(Decision.Accept, Decided("pattern:[0-9]{6}").Decision);
    }

    private static (string Text, Decision Decision) Decided(string grammar)
    {
        ReadNumber number = Reader.Read(Written("407", Grammar.Parse(grammar)), Moved);
        return (number.Text, number.Decision);
    }

    private static PixelBox Moved(PixelBox box) => box with { X = box.X + 1000 };

    // A plain box, four times as wide as high, at one pixel to the page's unit.
    private static SeenField Written(string text, Grammar? grammar)
    {
        var field = new FormField("f", new FormBox(10, 10, 200, 50));
        GrayImage page = FormDrawing.Draw(new FormTemplate("t", 220, 70, [field]), 1, new Dictionary<string, string> { ["f"] = text }, seed: 11);
        FieldPatch patch = FieldPatch.Cut(new PicturePyramid(page), FieldMesh.Of(field with { Lined = false }, Homography.Identity, page));
        FieldInk ink = FieldInk.Of(patch, lined: true);
        return new SeenField("f", field, grammar, patch, ink, CellDigits.Find(ink.Ink, patch)) { Flaws = [["too light"]] };
    }
}
