using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Png;

namespace Cifra.Tests.Imaging.Formats.Png;

public sealed class PngDecoderTests
{
    [Theory]
    [InlineData(1, new byte[] { 0b0110_0000 }, new byte[] { 0, 255, 255, 0 })]
    [InlineData(2, new byte[] { 0b00_01_10_11 }, new byte[] { 0, 85, 170, 255 })]
    [InlineData(4, new byte[] { 0x01, 0x8F }, new byte[] { 0, 17, 136, 255 })]
    [InlineData(8, new byte[] { 0, 1, 128, 255 }, new byte[] { 0, 1, 128, 255 })]
    [InlineData(16, new byte[] { 0, 255, 1, 0, 128, 127, 255, 255 }, new byte[] { 0, 1, 128, 255 })]
    public void Decode_GrayOfAnyDepth_GivesLevels(byte depth, byte[] samples, byte[] expected)
    {
        byte[] file = PngSamples.Picture(PngSamples.Header(4, 1, depth, 0), [0, .. samples]);

        Assert.Equal([.. expected.SelectMany(level => new byte[] { level, level, level, 255 })], Pixels(file));
    }

    [Theory]
    [InlineData(2, 8, new byte[] { 10, 20, 30 }, new byte[] { 10, 20, 30, 255 })]
    [InlineData(2, 16, new byte[] { 10, 99, 20, 99, 30, 99 }, new byte[] { 10, 20, 30, 255 })]
    [InlineData(4, 8, new byte[] { 10, 20 }, new byte[] { 10, 10, 10, 20 })]
    [InlineData(4, 16, new byte[] { 10, 99, 20, 99 }, new byte[] { 10, 10, 10, 20 })]
    [InlineData(6, 8, new byte[] { 10, 20, 30, 40 }, new byte[] { 10, 20, 30, 40 })]
    [InlineData(6, 16, new byte[] { 10, 99, 20, 99, 30, 99, 40, 99 }, new byte[] { 10, 20, 30, 40 })]
    public void Decode_EveryColorType_GivesRgba(byte color, byte depth, byte[] samples, byte[] expected) =>
        Assert.Equal(expected, Pixels(PngSamples.Picture(PngSamples.Header(1, 1, depth, color), [0, .. samples])));

    [Fact]
    public void Decode_PaletteWithShorterTransparency_LeavesTheRestSolid()
    {
        byte[] file = PngSamples.Picture(
            PngSamples.Header(3, 1, 2, 3),
            [0, 0b00_01_10_00],
            PngSamples.Chunk("PLTE", 1, 2, 3, 4, 5, 6, 7, 8, 9),
            PngSamples.Chunk("tRNS", 0, 100));

        Assert.Equal([1, 2, 3, 0, 4, 5, 6, 100, 7, 8, 9, 255], Pixels(file));
    }

    [Fact]
    public void Decode_ClearGrayOf16Bits_ComparesBothBytes()
    {
        byte[] file = PngSamples.Picture(PngSamples.Header(2, 1, 16, 0), [0, 7, 1, 7, 2], PngSamples.Chunk("tRNS", 7, 2));

        Assert.Equal([7, 7, 7, 255, 7, 7, 7, 0], Pixels(file));
    }

    [Fact]
    public void Decode_ClearColor_ComparesAllThreeChannels()
    {
        byte[] file = PngSamples.Picture(
            PngSamples.Header(2, 1, 8, 2), [0, 1, 2, 3, 1, 2, 4], PngSamples.Chunk("tRNS", 0, 1, 0, 2, 0, 3));

        Assert.Equal([1, 2, 3, 0, 1, 2, 4, 255], Pixels(file));
    }

    // Worked by hand from the definitions: above is (10, 20, 30), the differences are (5, 5, 5).
    // Average: 5+(0+10)/2=10, 5+(10+20)/2=20, 5+(20+30)/2=30. Paeth: 5+10=15; a=15,b=20,c=10: p=25, nearest b: 25;
    // a=25,b=30,c=20: p=35, nearest b: 35.
    [Theory]
    [InlineData(0, new byte[] { 5, 5, 5 })]
    [InlineData(1, new byte[] { 5, 10, 15 })]
    [InlineData(2, new byte[] { 15, 25, 35 })]
    [InlineData(3, new byte[] { 10, 20, 30 })]
    [InlineData(4, new byte[] { 15, 25, 35 })]
    public void Decode_EveryFilter_IsUndone(byte filter, byte[] expected)
    {
        ColorImage image = Decode(PngSamples.Picture(PngSamples.Header(3, 2, 8, 0), [0, 10, 20, 30, filter, 5, 5, 5]));

        Assert.Equal(expected, image.ToGray().Row(1).ToArray());
    }

    // In each cell the pass that carries it, from the figure in the specification.
    [Fact]
    public void Decode_Interlaced_PutsEveryPassInItsPlace()
    {
        byte[] pattern =
        [
            1, 6, 4, 6, 2, 6, 4, 6,
            7, 7, 7, 7, 7, 7, 7, 7,
            5, 6, 5, 6, 5, 6, 5, 6,
            7, 7, 7, 7, 7, 7, 7, 7,
            3, 6, 4, 6, 3, 6, 4, 6,
            7, 7, 7, 7, 7, 7, 7, 7,
            5, 6, 5, 6, 5, 6, 5, 6,
            7, 7, 7, 7, 7, 7, 7, 7,
        ];
        byte[] rows =
        [
            0, 1, 0, 2, 0, 3, 3, 0, 4, 4, 0, 4, 4, 0, 5, 5, 5, 5, 0, 5, 5, 5, 5,
            .. Enumerable.Repeat<byte[]>([0, 6, 6, 6, 6], 4).SelectMany(row => row),
            .. Enumerable.Repeat<byte[]>([0, 7, 7, 7, 7, 7, 7, 7, 7], 4).SelectMany(row => row),
        ];

        Assert.Equal(pattern, Decode(PngSamples.Picture(PngSamples.Header(8, 8, 8, 0, interlace: 1), rows)).ToGray().Pixels.ToArray());
    }

    // A pixel alone has the first pass only; of 3x1 the passes 1, 4 (column 2) and 6 (column 1).
    [Theory]
    [InlineData(1, new byte[] { 0, 9 }, new byte[] { 9 })]
    [InlineData(3, new byte[] { 0, 1, 0, 4, 0, 6 }, new byte[] { 1, 6, 4 })]
    public void Decode_InterlacedAndNarrow_LeavesEmptyPassesOut(uint width, byte[] rows, byte[] expected) =>
        Assert.Equal(expected, Decode(PngSamples.Picture(PngSamples.Header(width, 1, 8, 0, interlace: 1), rows)).ToGray().Pixels.ToArray());

    [Fact]
    public void Decode_ImageDataInPieces_JoinsThem()
    {
        byte[] data = PngSamples.Deflate(0, 1, 2, 3);
        byte[][] pieces = [.. data.Select(one => PngSamples.Chunk("IDAT", one)), PngSamples.Chunk("IDAT")];

        Assert.Equal([1, 2, 3], Decode(PngSamples.File([PngSamples.Header(3, 1, 8, 0), .. pieces])).ToGray().Pixels.ToArray());
    }

    [Fact]
    public void Decode_UnknownAncillaryChunksAndBytesAfterTheEnd_AreSkipped()
    {
        byte[] text = PngSamples.Chunk("teXt", 1, 2, 3);
        text[^1] ^= 1; // nobody reads it, nobody checks it
        byte[] file = [.. PngSamples.Picture(PngSamples.Header(1, 1, 8, 0), [0, 42], text), 1, 2, 3];

        Assert.Equal([42, 42, 42, 255], Pixels(file));
    }

    private static ColorImage Decode(byte[] file) => PngDecoder.Decode(file, "a.png", PictureLimits.Default);

    private static byte[] Pixels(byte[] file) => Decode(file).Pixels.ToArray();
}
