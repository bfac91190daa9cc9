using Cifra.Imaging;
using Cifra.Reading.Forms.Fields;

namespace Cifra.Tests.Reading.Forms.Fields;

public sealed class FieldFlawsTests
{
    [Fact]
    public void Of_SharpDarkStroke_FindsNothing() => Assert.Empty(Flaws(page => Stroke(page, 60)));

    [Fact]
    public void Of_NoInk_IsEmpty() => Assert.Equal([FieldFlaws.Empty], Flaws(_ => { }));

    [Fact]
    public void Of_InkInAnotherRow_IsEmptyInThisOne()
    {
        GrayImage page = FieldSamples.Paper(2, 1, 200);
        FieldSamples.Fill(page, 30, 75, 6, 25, 60);

        Assert.Equal([FieldFlaws.Empty], Flaws(page, 2, 1, row: 0));
        Assert.Empty(Flaws(page, 2, 1, row: 1));
    }

    [Fact]
    public void Of_ClippedField_SaysSoFirst() => Assert.Equal(["clipped", FieldFlaws.Empty], Flaws(_ => { }, clipped: true));

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    public void Of_DarkPaper_IsTooDarkBelowFifty(byte paper, bool dark) =>
        Assert.Equal(dark, Flaws(FieldSamples.Paper(1, 1, paper), 1, 1).Contains("too dark"));

    // Ink that absorbs 0.16 of the light, beside an eighth of it that counts as paper.
    [Theory]
    [InlineData(170, true)] // absorbs 0.15
    [InlineData(150, false)] // absorbs 0.25
    public void Of_FaintInk_IsTooLight(byte level, bool light) => Assert.Equal(light, Flaws(page => Stroke(page, level)).Contains("too light"));

    // An edge that takes w pixels from paper to ink; more than 4.2 is out of focus.
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(6, true)]
    public void Of_WideEdges_AreOutOfFocus(int width, bool blurred) => Assert.Equal(blurred, Flaws(page => Ramp(page, width)).Contains("out of focus"));

    [Theory]
    [InlineData(35, true)] // through the middle of the digits
    [InlineData(18, false)] // along their top
    [InlineData(51, false)] // along their bottom
    public void Of_LineThroughTheDigits_StrikesThemThrough(int y, bool struck) =>
        Assert.Equal(struck, Flaws(Digits(y, 14, 142), 1, 3).Contains("struck through"));

    [Fact]
    public void Of_ShortLine_IsADigitsOwnStroke() => Assert.DoesNotContain("struck through", Flaws(Digits(35, 25, 20), 1, 3));

    private static void Stroke(GrayImage page, byte level) => FieldSamples.Fill(page, 30, 20, 6, 30, level);

    // An upright stroke whose sides fall off evenly.
    private static void Ramp(GrayImage page, int width)
    {
        for (int i = 0; i < width; i++)
        {
            byte level = (byte)(200 - (140 * (i + 1) / width));
            FieldSamples.Fill(page, 22 + i, 15, 1, 40, level);
            FieldSamples.Fill(page, 22 + (2 * width) + 2 - i, 15, 1, 40, level);
        }

        FieldSamples.Fill(page, 22 + width, 15, 3, 40, 60);
    }

    // Three strokes like ones, 35 pixels high, and a level line.
    private static GrayImage Digits(int line, int left, int length)
    {
        GrayImage page = FieldSamples.Paper(1, 3, 200);
        foreach (int x in (int[])[30, 80, 130])
        {
            FieldSamples.Fill(page, x, 18, 5, 36, 60);
        }

        FieldSamples.Fill(page, left, line, length, 3, 60);
        return page;
    }

    private static IReadOnlyList<string> Flaws(Action<GrayImage> write, bool clipped = false)
    {
        GrayImage page = FieldSamples.Paper(1, 1, 200);
        write(page);
        return Flaws(page, 1, 1, clipped: clipped);
    }

    private static IReadOnlyList<string> Flaws(GrayImage page, int rows, int columns, int row = 0, bool clipped = false)
    {
        FieldPatch patch = FieldSamples.Patch(page, rows, columns);
        FieldInk ink = FieldInk.Of(patch, lined: false);
        return FieldFlaws.Of(patch, ink, CellDigits.Find(ink.Ink, patch), row, clipped);
    }
}
