using Cifra.Imaging.Formats;

namespace Cifra.Tests.Imaging.Formats.Bmp;

public sealed class BmpDecoderTests
{
    private static readonly byte[] BlackRed = [0, 0, 0, 0, 0, 0, 255, 0];

    [Fact]
    public void Decode_24Bits_StartsAtTheBottomAndSkipsPadding()
    {
        byte[] file = BmpSamples.File(1, 2, 24, [3, 2, 1, 99, 6, 5, 4, 99]);

        Assert.Equal([4, 5, 6, 255, 1, 2, 3, 255], Pixels(file));
    }

    [Fact]
    public void Decode_NegativeHeight_StartsAtTheTop() =>
        Assert.Equal([1, 2, 3, 255, 4, 5, 6, 255], Pixels(BmpSamples.File(1, -2, 24, [3, 2, 1, 99, 6, 5, 4, 99])));

    [Fact]
    public void Decode_LastRowWithoutItsPadding_IsAccepted() =>
        Assert.Equal([1, 2, 3, 255], Pixels(BmpSamples.File(1, 1, 24, [3, 2, 1])));

    [Theory]
    [InlineData(1, new byte[] { 0b0110_0000, 0, 0, 0 })]
    [InlineData(4, new byte[] { 0x01, 0x10, 0, 0 })]
    [InlineData(8, new byte[] { 0, 1, 1, 0 })]
    public void Decode_Indexed_LooksTheColorUp(ushort bits, byte[] pixels)
    {
        byte[] file = BmpSamples.File(4, 1, bits, pixels, BlackRed, colors: 2);

        Assert.Equal([0, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 0, 0, 0, 255], Pixels(file));
    }

    [Fact]
    public void Decode_CoreHeader_HasPaletteEntriesOfThreeBytes() =>
        Assert.Equal([3, 2, 1, 255, 6, 5, 4, 255], Pixels(BmpSamples.Core(2, 1, 1, [1, 2, 3, 4, 5, 6], [0b0100_0000, 0, 0, 0])));

    // 0x7C00 is red, 0x03E0 green; 5 bits of 16 are 16*255/31 = 131.6.
    [Fact]
    public void Decode_16Bits_IsFiveBitsAChannel()
    {
        byte[] file = BmpSamples.File(2, 1, 16, [0x00, 0x7C, 0xF0, 0x03]);

        Assert.Equal([255, 0, 0, 255, 0, 255, 132, 255], Pixels(file));
    }

    [Fact]
    public void Decode_16BitsWithMasks_IsFiveSixFive()
    {
        byte[] masks = BmpSamples.Numbers(0xF800, 0x07E0, 0x001F);

        Assert.Equal(
            [255, 0, 0, 255, 0, 130, 0, 255], // 32 of 63 is 129.5
            Pixels(BmpSamples.File(2, 1, 16, [0x00, 0xF8, 0x00, 0x04], masks, compression: 3)));
    }

    [Fact]
    public void Decode_32Bits_TakesTheFourthByteForPadding() =>
        Assert.Equal([1, 2, 3, 255], Pixels(BmpSamples.File(1, 1, 32, [3, 2, 1, 0])));

    [Fact]
    public void Decode_32BitsWithAlphaMask_HasAlpha()
    {
        byte[] masks = BmpSamples.Numbers(0x000000FF, 0x0000FF00, 0x00FF0000, 0xFF000000);

        Assert.Equal([1, 2, 3, 4], Pixels(BmpSamples.File(1, 1, 32, [1, 2, 3, 4], masks, compression: 6)));
    }

    // 10 bits a channel: 1023 is white, 512 of 1023 is 127.6.
    [Fact]
    public void Decode_32BitsWithWideMasks_Rounds()
    {
        byte[] masks = BmpSamples.Numbers(0x3FF00000, 0x000FFC00, 0x000003FF);
        byte[] pixel = BmpSamples.Numbers((1023u << 20) | (512u << 10));

        Assert.Equal([255, 128, 0, 255], Pixels(BmpSamples.File(1, 1, 32, pixel, masks, compression: 3)));
    }

    [Theory]
    [InlineData(108)]
    [InlineData(124)]
    public void Decode_Versions4And5_HaveTheirMasksInTheHeader(int length)
    {
        byte[] header = new byte[length];
        BmpSamples.Numbers((uint)length, 1, 1, 1 | (32 << 16), 3).CopyTo(header, 0);
        BmpSamples.Numbers(0xFF0000, 0xFF00, 0xFF, 0xFF000000).CopyTo(header, 40);

        Assert.Equal([1, 2, 3, 4], Pixels(BmpSamples.Join(header, [3, 2, 1, 4])));
    }

    [Theory]
    [InlineData(11, "byte 14: expected a BMP header of 12, 40, 52, 56, 64, 108 or 124 bytes, found 11")]
    [InlineData(40, "byte 14: expected a header of 40 bytes, found the end of the file after 4")]
    public void Decode_HeaderLengthWrong_IsRefused(byte length, string message) =>
        Refuse([(byte)'B', (byte)'M', 0, 0, 0, 0, 0, 0, 0, 0, 18, 0, 0, 0, length, 0, 0, 0], message);

    [Theory]
    [InlineData(0, 1, 24, 0, "byte 18: expected a width and a height of at least 1 pixel, found 0x1")]
    [InlineData(-1, 1, 24, 0, "found -1x1")]
    [InlineData(1, int.MinValue, 24, 0, "found 1x2147483648")]
    [InlineData(30_000, 30_000, 1, 0, "expected at most 64,000,000 pixels, found 30000x30000 = 900,000,000")]
    [InlineData(1, 1, 2, 0, "byte 28: expected 1, 4, 8, 16, 24 or 32 bits a pixel, found 2")]
    [InlineData(1, 1, 24, 4, "byte 30: expected a supported compression, found JPEG with 24 bits a pixel")]
    [InlineData(1, 1, 24, 5, "found PNG with 24 bits a pixel")]
    [InlineData(1, 1, 24, 77, "found method 77 with 24 bits a pixel")]
    [InlineData(1, 1, 4, 1, "found RLE8 with 4 bits a pixel")]
    [InlineData(1, -1, 8, 1, "found RLE8 with 8 bits a pixel, top row first")]
    [InlineData(5000, 5000, 24, 0, "byte 54: expected 75000000 bytes of pixels, found 4")]
    [InlineData(1, 1, 8, 0, "byte 54: expected a palette of 256 entries, found 0 bytes before the pixels")]
    public void Decode_HeaderThatCannotBe_IsRefused(int width, int height, ushort bits, int compression, string message) =>
        Refuse(BmpSamples.File(width, height, bits, [0, 0, 0, 0], compression: compression), message);

    [Theory]
    [InlineData(0xFF00FF00, 0, 0, 32, "byte 54: expected a mask of neighbouring bits of its own among 32, found FF00FF00")]
    [InlineData(0xFF, 0x180, 0, 32, "byte 58: expected a mask of neighbouring bits of its own among 32, found 00000180")]
    [InlineData(0xFF, 0xFF0000, 0, 16, "byte 58: expected a mask of neighbouring bits of its own among 16, found 00FF0000")]
    public void Decode_MasksThatCannotBe_AreRefused(uint red, uint green, uint blue, ushort bits, string message) =>
        Refuse(BmpSamples.File(1, 1, bits, [0, 0, 0, 0], BmpSamples.Numbers(red, green, blue), compression: 3), message);

    [Fact]
    public void Decode_IndexBeyondThePalette_IsRefused() =>
        Refuse(BmpSamples.File(2, 1, 8, [1, 2, 0, 0], BlackRed), "column 1 of a row: expected one of the 2 palette entries, found entry 2");

    [Theory]
    [InlineData(53)]
    [InlineData(1000)]
    public void Decode_PixelsOutsideTheFile_AreRefused(ushort offset)
    {
        byte[] file = BmpSamples.File(1, 1, 24, [0, 0, 0]);
        (file[10], file[11]) = ((byte)offset, (byte)(offset >> 8));

        Refuse(file, $"byte 10: expected pixels from byte 54 to 57, found offset {offset}");
    }

    internal static void Refuse(byte[] file, string message)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => PictureFile.Decode(file, "a.bmp"));
        Assert.StartsWith("a.bmp: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static byte[] Pixels(byte[] file) => PictureFile.Decode(file, "a.bmp").Pixels.ToArray();
}
