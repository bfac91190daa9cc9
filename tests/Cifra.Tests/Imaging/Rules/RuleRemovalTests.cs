using Cifra.Imaging;
using Cifra.Imaging.Rules;
using Cifra.Imaging.Steps;
using Cifra.Tests.Reading;

namespace Cifra.Tests.Imaging.Rules;

public sealed class RuleRemovalTests
{
    private const int Dot = 5; // digits of 25x35 pixels, strokes of 5

    [Fact]
    public void Apply_Underline_GoesAndTheDigitsStay()
    {
        GrayImage digits = GlyphPictures.Ink("4071", Dot);
        GrayImage ink = GlyphPictures.Ink("4071", Dot);
        Drawing.Stroke(ink, 2, 57, ink.Width - 2, 59, 3, 255);

        AssertSame(digits, Removed(ink), exceptRows: (0, 0));
    }

    [Fact]
    public void Apply_RuleThroughTheDigits_LeavesThemWhole()
    {
        GrayImage digits = GlyphPictures.Ink("1041", Dot);
        GrayImage ink = GlyphPictures.Ink("1041", Dot);
        Drawing.Stroke(ink, 0, 32, ink.Width, 32, 3, 255);

        GrayImage removed = Removed(ink);

        AssertSame(digits, removed, exceptRows: (29, 35)); // a pixel or two beside a crossing may stay
        Assert.Equal(ConnectedComponents.Find(digits).All.Count, ConnectedComponents.Find(removed).All.Count);
    }

    [Fact]
    public void Apply_StrokeThatCrossesAtAnAngle_StaysOnePiece()
    {
        var ink = new GrayImage(300, 100);
        Drawing.Stroke(ink, 130, 85, 165, 15, 5, 255);
        Drawing.Stroke(ink, 60, 15, 60, 85, 5, 255);
        Drawing.Stroke(ink, 0, 50, 300, 50, 3, 255);

        Assert.Equal(2, ConnectedComponents.Find(Removed(ink), 48).All.Count);
    }

    [Fact]
    public void Apply_Box_GoesOnAllSides()
    {
        GrayImage digits = GlyphPictures.Ink("52", Dot);
        GrayImage ink = GlyphPictures.Ink("52", Dot);
        (int right, int bottom) = (ink.Width - 5, ink.Height - 5);
        Drawing.Stroke(ink, 5, 5, right, 5, 2, 255);
        Drawing.Stroke(ink, 5, bottom, right, bottom, 2, 255);
        Drawing.Stroke(ink, 5, 5, 5, bottom, 2, 255);
        Drawing.Stroke(ink, right, 5, right, bottom, 2, 255);

        AssertSame(digits, Removed(ink), exceptRows: (0, 0));
    }

    [Fact]
    public void Apply_CombOfCells_GoesWithItsDividers()
    {
        GrayImage digits = GlyphPictures.Ink("13571", Dot);
        GrayImage ink = GlyphPictures.Ink("13571", Dot);
        int bottom = ink.Height - 6;
        Drawing.Stroke(ink, 0, 6, ink.Width, 6, 2, 255);
        Drawing.Stroke(ink, 0, bottom, ink.Width, bottom, 2, 255);
        for (int x = 8; x < ink.Width; x += 40)
        {
            Drawing.Stroke(ink, x, 6, x, bottom, 2, 255);
        }

        AssertSame(digits, Removed(ink), exceptRows: (0, 0));
    }

    [Fact]
    public void Apply_TicksOfAnOpenComb_Go()
    {
        GrayImage digits = GlyphPictures.Ink("13571", Dot);
        GrayImage ink = GlyphPictures.Ink("13571", Dot);
        int bottom = ink.Height - 6;
        Drawing.Stroke(ink, 0, bottom, ink.Width, bottom, 2, 255);
        for (int x = 8; x < ink.Width; x += 40)
        {
            Drawing.Stroke(ink, x, bottom - 20, x, bottom, 2, 255);
        }

        AssertSame(digits, Removed(ink), exceptRows: (0, 0));
    }

    [Theory]
    [InlineData("1111")]
    [InlineData("1")]
    [InlineData("7547")]
    [InlineData("000000")]
    public void Apply_StraightDigits_AreNoRules(string text)
    {
        var stage = Stage.Of(GlyphPictures.Ink(text, Dot));

        (Step step, IReadOnlyList<Rule> rules) = RuleRemoval.Apply(stage);

        Assert.False(step.Applied);
        Assert.Empty(rules);
        Assert.Same(stage.Picture, step.Stage.Picture);
    }

    [Fact]
    public void Apply_DashBetweenDigits_Survives()
    {
        GrayImage ink = GlyphPictures.Ink("12  34", Dot);
        Drawing.Stroke(ink, 105, 33, 140, 33, 4, 255);

        Assert.False(RuleRemoval.Apply(Stage.Of(ink)).Step.Applied);
    }

    private static GrayImage Removed(GrayImage ink)
    {
        (Step step, _) = RuleRemoval.Apply(Stage.Of(ink));
        Assert.True(step.Applied);
        return step.Stage.Picture;
    }

    // Pixel for pixel, but for as many as one in five hundred.
    private static void AssertSame(GrayImage expected, GrayImage actual, (int From, int To) exceptRows)
    {
        int different = 0;
        for (int y = 0; y < expected.Height; y++)
        {
            for (int x = 0; x < expected.Width; x++)
            {
                different += (y < exceptRows.From || y >= exceptRows.To) && (expected[x, y] > 0) != (actual[x, y] > 0) ? 1 : 0;
            }
        }

        Assert.InRange(different, 0, expected.Pixels.Length / 500);
    }
}
