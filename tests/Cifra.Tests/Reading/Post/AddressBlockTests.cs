using Cifra.Imaging;
using Cifra.Reading.Post;

namespace Cifra.Tests.Reading.Post;

public sealed class AddressBlockTests
{
    // Lines of 20 rows and 95 columns: 1.6 heights are 32 rows, three tenths of the length 28.5 columns.
    [Theory]
    [InlineData(0, 52, 1)]
    [InlineData(0, 53, 2)]
    [InlineData(66, 40, 1)]
    [InlineData(67, 40, 2)]
    [InlineData(-66, 40, 1)]
    [InlineData(-67, 40, 2)]
    public void Find_LowerLine_BelongsWithinTheBounds(int x, int y, int blocks) =>
        Assert.Equal(blocks, AddressBlock.Find([Line(100, 0, 5, 20), Line(100 + x, y, 5, 20)]).Count);

    [Theory]
    [InlineData(40, 1)]
    [InlineData(41, 2)]
    public void Find_TallerLine_IsTwiceAsHighAtMost(int height, int blocks)
    {
        Assert.Equal(blocks, AddressBlock.Find([Line(100, 0, 5, 20), Line(100, 40, 5, height)]).Count);
        Assert.Equal(blocks, AddressBlock.Find([Line(100, 0, 5, height), Line(100, 60, 5, 20)]).Count);
    }

    [Fact]
    public void Find_ShortLine_NeedsThreeTenthsOfItsOwnLength() =>
        Assert.Single(AddressBlock.Find([Line(100, 0, 20, 20), Line(92, 40, 1, 20)])); // 7 of 15 columns

    [Fact]
    public void Find_ChainOfLines_IsOneBlockWithABoxAroundAll()
    {
        WritingLine[] lines = [Line(0, 0, 5, 20), Line(60, 40, 5, 20), Line(120, 80, 5, 20)]; // the first and the last have nothing in common

        AddressBlock block = Assert.Single(AddressBlock.Find(lines));

        Assert.Equal(lines, block.Lines);
        Assert.Equal(new PixelBox(0, 0, 215, 100), block.Box);
    }

    [Fact]
    public void Find_NoLine_HasNoBlock() => Assert.Empty(AddressBlock.Find([]));

    // Letters of 15 columns, 20 from one to the next.
    private static WritingLine Line(int x, int y, int letters, int height) => Assert.Single(WritingLine.Find(
        [.. Enumerable.Range(0, letters).Select(i => new Component(1, new PixelBox(x + (20 * i), y, 15, height), 15 * height, x, y, 255))]));
}
