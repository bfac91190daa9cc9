using Cifra.Imaging;
using Cifra.Reading.Post;

namespace Cifra.Tests.Reading.Post;

/// <summary>Runs of letters of 15x20, 20 rows being a height: gaps of 4 columns part words.</summary>
public sealed class WordRunTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 3)]
    public void Of_TwoPairs_AreWordsFromAFifthOfTheHeightOn(int gap, int runs) =>
        Assert.Equal(runs, WordRun.Of(Line(0, 17, 34 + gap - 2, 51 + gap - 2)).Count());

    // 1.1 heights are 22 columns.
    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void Of_NarrowRun_IsNoPostcode(int second, bool expected) => Assert.Equal(expected, WordRun.Of(Line(0, second)).Any());

    // 12 heights are 240 columns.
    [Theory]
    [InlineData(225, 3)]
    [InlineData(226, 2)]
    public void Of_WideRun_IsNoPostcode(int last, int runs) =>
        Assert.Equal(runs, WordRun.Of(Line(0, 17, 34, 51, 68, 85, 102, 119, last - 30, last - 15, last)).Count());

    [Fact]
    public void Of_ManyParts_AreEighteenAtMost()
    {
        Assert.Single(WordRun.Of(Line([.. Enumerable.Range(0, 18).Select(i => 12 * i)])));
        Assert.Empty(WordRun.Of(Line([.. Enumerable.Range(0, 19).Select(i => 12 * i)])));
    }

    // Gaps of 10, 20 and 40 columns between words of two letters 2 columns apart, a tenth of a height; a gap of 1.5 heights is as good as an end.
    [Fact]
    public void Of_Gaps_AreInHeightsUpToAnOpenOne()
    {
        WordRun[] runs = [.. WordRun.Of(Line(0, 17, 42, 59, 94, 111, 166, 183))];

        WordRun second = runs.Single(run => (run.First, run.Count) == (2, 2));
        Assert.Equal((0.5, 0.1), (second.Outside, second.Inside));
        WordRun third = runs.Single(run => (run.First, run.Count) == (4, 2));
        Assert.Equal((1.0, 0.1), (third.Outside, third.Inside));
        WordRun both = runs.Single(run => (run.First, run.Count) == (2, 4));
        Assert.Equal((0.5, 1.0), (both.Outside, both.Inside));
        WordRun last = runs.Single(run => (run.First, run.Count) == (6, 2));
        Assert.Equal((1.5, 0.1), (last.Outside, last.Inside));
        Assert.Equal((false, true), (last.BeginsLine, last.EndsLine));
        Assert.Equal((false, false), (both.BeginsLine, both.EndsLine));
        Assert.Equal(new PixelBox(42, 0, 84, 20), both.Box);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Of_FiveBars_AreAPieceOfABarcode(int bars, bool expected)
    {
        WritingLine line = Assert.Single(WritingLine.Find([.. Enumerable.Range(0, bars).Select(i => Part(8 * i, 5))]));

        Assert.Equal(expected, WordRun.Of(line).Any(run => run.Count == bars));
    }

    private static WritingLine Line(params int[] lefts) => Assert.Single(WritingLine.Find([.. lefts.Select(left => Part(left, 15))]));

    private static Component Part(int x, int width) => new(1, new PixelBox(x, 0, width, 20), 20 * width, x, 10, 255);
}
