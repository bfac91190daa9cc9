using Cifra.Imaging;
using Cifra.Imaging.Rules;

namespace Cifra.Tests.Imaging.Rules;

/// <summary>The table of docs/reading.md: which line is a rule, by its length in heights of the writing, here 40 pixels.</summary>
public sealed class RuleChoiceTests
{
    private const int Height = 40;

    [Theory]
    [InlineData(100, true)]
    [InlineData(99, false)]
    public void Of_LevelLineAlone_IsARuleFromTwoAndAHalfHeights(int length, bool rule) => AssertChosen(rule, Level(200, 100, length));

    [Theory]
    [InlineData(120, true)]
    [InlineData(119, false)]
    public void Of_UprightLineAlone_IsARuleFromThreeHeights(int length, bool rule) => AssertChosen(rule, Upright(300, 10, length));

    [Theory]
    [InlineData(72, true)]
    [InlineData(71, false)]
    public void Of_UprightLineOnARule_IsARuleFromOnePointEightHeights(int length, bool rule)
    {
        Rule under = Level(200, 140, 200);
        Rule line = Upright(300, 140 - length, length);

        Assert.Equal(rule ? [under, line] : [under], Chosen(under, line));
    }

    [Theory]
    [InlineData(46, true)]
    [InlineData(45, false)]
    public void Of_LineBetweenTwoLines_IsASideFromOnePointOneFiveHeights(int length, bool rule)
    {
        Rule side = Upright(230, 30, length);
        Rule[] others = [Level(200, 30, 60), Level(200, 30 + length, 60)]; // too short for rules, long enough for sides

        Assert.Equal(rule ? [side] : [], Chosen([side, .. others]));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    public void Of_LineFromAnotherToThePicturesEdge_IsASideFromOneAndAHalfHeights(int length, bool rule)
    {
        Rule side = Upright(230, 0, length);
        Rule other = Level(200, length, 60);

        Assert.Equal(rule ? [side] : [], Chosen(side, other));
    }

    [Theory]
    [InlineData(60, 12)]
    [InlineData(71, 5)]
    public void Of_LineWhoseEndMissesTheOther_IsNoSide(int length, int gap) => // from the tolerance of three pixels on
        Assert.Empty(Chosen(Upright(230, 30, length), Level(200, 30 - gap, 60), Level(200, 30 + length, 60)));

    [Theory]
    [InlineData(true, 20, 20, 20)]
    [InlineData(true, 20, 18, 22)]
    [InlineData(false, 20, 20)]
    [InlineData(false, 20, 20, 26)]      // the third is no tick of this comb
    [InlineData(false, 28, 28, 28)]      // as high as a small 1
    public void Of_ThreeEqualTicksOnARule_AreRules(bool chosen, params int[] lengths)
    {
        Rule under = Level(200, 140, 200);
        Rule[] ticks = [.. lengths.Select((length, i) => Upright(220 + (40 * i), 140 - length, length))];

        Assert.Equal(chosen ? [under, .. ticks] : [under], Chosen([under, .. ticks]));
    }

    [Fact]
    public void Of_OneAloneInItsPicture_IsNoRule()
    {
        var ink = new GrayImage(60, 50);
        Block(ink, 28, 5, 4, 40);

        Assert.Empty(RuleChoice.Of(ink, [Upright(30, 5, 40)]));
    }

    [Fact]
    public void Of_NoLines_IsEmpty() => Assert.Empty(RuleChoice.Of(new GrayImage(5, 5), []));

    [Fact]
    public void Of_OtherOptions_Decide()
    {
        Rule line = Level(200, 100, 50);

        Assert.Equal([line], RuleChoice.Of(Writing(), [line], RuleChoiceOptions.Default with { MinAlone = 1.25 }));
    }

    private static void AssertChosen(bool rule, Rule line) => Assert.Equal(rule ? [line] : [], Chosen(line));

    private static List<Rule> Chosen(params Rule[] lines) => RuleChoice.Of(Writing(), lines);

    // Five shapes of 40 pixels. The picture is too low for a page, and wide enough that no line below crosses most of it.
    private static GrayImage Writing()
    {
        var ink = new GrayImage(600, 150);
        for (int i = 0; i < 5; i++)
        {
            Block(ink, 20 + (30 * i), 50, 12, Height);
        }

        return ink;
    }

    private static void Block(GrayImage ink, int left, int top, int width, int height)
    {
        for (int y = top; y < top + height; y++)
        {
            ink.Row(y).Slice(left, width).Fill(255);
        }
    }

    private static Rule Level(double x, double y, double length) => new(new(x, y), new(x + length, y), 2, IsUpright: false);

    private static Rule Upright(double x, double y, double length) => new(new(x, y), new(x, y + length), 2, IsUpright: true);
}
