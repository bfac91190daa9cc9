using Cifra.Imaging.Formats;

namespace Cifra.Tests.Imaging.Formats.Bmp;

public sealed class BmpRunLengthTests
{
    // Entry i is grey 10 i, so that a picture's levels are its indices times ten.
    private static readonly byte[] Grays = [.. Enumerable.Range(0, 10).SelectMany(i => new byte[] { (byte)(10 * i), (byte)(10 * i), (byte)(10 * i), 0 })];

    [Fact]
    public void Decode_Rle8_UnpacksRunsAndLiteralsFromTheBottom()
    {
        // three 1; literal 2 3 4 with its padding, end of row; six 5; end
        byte[] packed = [3, 1, 0, 3, 2, 3, 4, 0, 0, 0, 6, 5, 0, 1];

        Assert.Equal([50, 50, 50, 50, 50, 50, 10, 10, 10, 20, 30, 40], Levels(6, 2, 8, packed));
    }

    [Fact]
    public void Decode_Rle4_AlternatesHalves()
    {
        // five of 1 2 in turn; literal 3 4 5 (two bytes, no padding); end
        byte[] packed = [5, 0x12, 0, 3, 0x34, 0x50, 0, 1];

        Assert.Equal([10, 20, 10, 20, 10, 30, 40, 50], Levels(8, 1, 4, packed));
    }

    [Fact]
    public void Decode_Rle4LiteralOfFive_HasThreeBytesAndPadding() =>
        Assert.Equal([10, 20, 30, 40, 50, 60], Levels(6, 1, 4, [0, 5, 0x12, 0x34, 0x50, 99, 1, 0x60, 0, 1]));

    [Fact]
    public void Decode_MoveAndEarlyEnds_LeaveEntryZero()
    {
        // 1, two right and one up, 2, end: the rest was never written
        byte[] packed = [1, 1, 0, 2, 2, 1, 1, 2, 0, 1];

        Assert.Equal([0, 0, 0, 20, 10, 0, 0, 0], Levels(4, 2, 8, packed));
    }

    [Fact]
    public void Decode_WholePictureWithoutEndMarker_IsAccepted() =>
        Assert.Equal([10, 10], Levels(2, 1, 8, [2, 1]));

    [Theory]
    [InlineData(new byte[] { 3, 1, 0, 1 }, "byte 94: expected pixels inside 2x2, found 3 from column 0 of stored row 0")]
    [InlineData(new byte[] { 0, 3, 1, 1, 1, 0, 0, 1 }, "found 3 from column 0 of stored row 0")]
    [InlineData(new byte[] { 0, 0, 0, 0, 1, 1, 0, 1 }, "byte 98: expected pixels inside 2x2, found 1 from column 0 of stored row 2")]
    [InlineData(new byte[] { 0, 2, 3, 0, 0, 1 }, "byte 94: expected a move inside 2x2, found one to column 3 of stored row 0")]
    [InlineData(new byte[] { 2, 1 }, "byte 96: expected the end marker of the pixels (0, 1), found the end of the file")]
    [InlineData(new byte[] { 0, 9, 1, 1 }, "byte 96: expected the end marker of the pixels (0, 1), found the end of the file")]
    [InlineData(new byte[] { 2, 10, 0, 1 }, "expected one of the 10 palette entries, found entry 10")]
    public void Decode_BrokenRle8_IsRefused(byte[] packed, string message) =>
        BmpDecoderTests.Refuse(BmpSamples.File(2, 2, 8, packed, Grays, compression: 1), message);

    private static byte[] Levels(int width, int height, ushort bits, byte[] packed)
    {
        byte[] file = BmpSamples.File(width, height, bits, packed, Grays, compression: bits == 8 ? 1 : 2);
        return PictureFile.Decode(file, "a.bmp").ToGray().Pixels.ToArray();
    }
}
