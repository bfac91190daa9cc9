using Cifra.Imaging;
using Cifra.Reading.Post;

namespace Cifra.Tests.Reading.Post;

public sealed class WritingLineTests
{
    [Fact]
    public void Find_TwoLinesOfLetters_AreTwoLines()
    {
        // Letters of 20 pixels in height, every second one small; a line 45 pixels below the other.
        Component[] parts = [.. Row(0, 0, 6), .. Row(5, 45, 4)];

        IReadOnlyList<WritingLine> lines = WritingLine.Find(parts);

        Assert.Equal([6, 4], lines.Select(line => line.Parts.Count));
        Assert.All(lines, line => Assert.InRange(line.Height, 12, 20));
    }

    [Fact]
    public void Find_SlopingLine_IsOne()
    {
        // One pixel down for each five to the right: the last letter lies lower than the first one's foot.
        Component[] parts = [.. Enumerable.Range(0, 12).Select(i => Part(i * 25, i * 5, 15, 20))];

        Assert.Single(WritingLine.Find(parts));
    }

    [Fact]
    public void Find_FarApart_IsTwoLines() => Assert.Equal(2, WritingLine.Find([.. Row(0, 0, 4), .. Row(600, 0, 4)]).Count);

    [Fact]
    public void Runs_ThreeWords_AreAllThatFollowOneAnother()
    {
        // Words of two letters 15 wide and 3 apart, 25 pixels of gap between words: 33 wide, 1.65 heights.
        WritingLine line = Assert.Single(WritingLine.Find([.. Word(0), .. Word(58), .. Word(116)]));

        WordRun[] runs = [.. WordRun.Of(line)];

        Assert.Equal([(0, 2), (0, 4), (0, 6), (2, 2), (2, 4), (4, 2)], runs.Select(run => (run.First, run.Count)));
        Assert.Equal(new PixelBox(58, 0, 91, 20), runs[4].Box);
        Assert.True(runs[0].BeginsLine && !runs[0].EndsLine && runs[2].EndsLine);
        Assert.Equal(1.25, runs[3].Outside);
        Assert.Equal(1.25, runs[1].Inside);
        Assert.Equal(PostcodeOptions.Default.OpenGap, runs[2].Outside);
    }

    [Fact]
    public void IsBarcode_EvenNarrowBars_Is()
    {
        WritingLine line = Assert.Single(WritingLine.Find([.. Enumerable.Range(0, 30).Select(i => Part(i * 9, i % 3, 5, i % 2 == 0 ? 20 : 13))]));

        Assert.True(line.IsBarcode);
        Assert.False(Assert.Single(WritingLine.Find([.. Row(0, 0, 30)])).IsBarcode); // letters of a usual width
    }

    [Fact]
    public void Blocks_SenderAndAddress_AreTwo()
    {
        Component[] parts = [.. Row(0, 0, 5), .. Row(0, 35, 5), .. Row(300, 300, 5), .. Row(300, 335, 5), .. Row(300, 370, 5)];

        IReadOnlyList<AddressBlock> blocks = AddressBlock.Find(WritingLine.Find(parts));

        Assert.Equal([2, 3], blocks.Select(block => block.Lines.Count).Order());
        PostcodePlace[] places = [.. PostcodePlace.Of(blocks, 500, 420, beforeTown: false)];
        Assert.All(places, place => Assert.Equal(place.Run.Box.Y < 100, place.IsSenders));
        Assert.Equal([0, 1, 2], places.Where(place => !place.IsSenders).Select(place => place.Below).Distinct().Order());
    }

    [Theory]
    [InlineData(false, 4)] // "Berlin 10115": the last word
    [InlineData(true, 0)]
    public void Value_CountrysEndOfTheLine_IsHigher(bool beforeTown, int expected)
    {
        WritingLine[] lines = [.. WritingLine.Find([.. Row(0, 0, 6), .. Word(0, 40), .. Word(58, 40), .. Word(116, 40)])];

        PostcodePlace best = PostcodePlace.Of(AddressBlock.Find(lines), 200, 60, beforeTown)
            .Where(place => place.Run.Count == 2 && place.Below == 0).MaxBy(place => place.Value)!;

        Assert.Equal(expected, best.Run.First);
    }

    [Fact]
    public void Choose_SpecksRulesAndLargeThings_AreLeftOut()
    {
        var ink = new GrayImage(800, 400);
        Fill(ink, 100, 100, 20, 30); // two letters
        Fill(ink, 130, 100, 20, 30);
        Fill(ink, 200, 100, 2, 2);   // a speck
        Fill(ink, 100, 140, 300, 6); // a rule
        Fill(ink, 600, 20, 150, 250); // a picture

        IReadOnlyList<Component> parts = WritingParts.Choose(ConnectedComponents.Find(ink));

        Assert.Equal([100, 130], parts.Select(part => part.Box.X).Order());
    }

    private static IEnumerable<Component> Row(int x, int y, int count) =>
        Enumerable.Range(0, count).Select(i => i % 2 == 0 ? Part(x + (i * 20), y, 15, 20) : Part(x + (i * 20), y + 8, 15, 12));

    private static Component[] Word(int x, int y = 0) => [Part(x, y, 15, 20), Part(x + 18, y, 15, 20)];

    private static Component Part(int x, int y, int width, int height) => new(1, new PixelBox(x, y, width, height), width * height, x, y, 255);

    private static void Fill(GrayImage ink, int x, int y, int width, int height)
    {
        for (int row = y; row < y + height; row++)
        {
            ink.Row(row).Slice(x, width).Fill(255);
        }
    }
}
