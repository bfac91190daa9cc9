using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Jpeg;

namespace Cifra.Tests.Imaging.Formats.Jpeg;

public sealed class JpegFuzzTests
{
    // Small limits keep a damaged size from making the test slow; the decoder's own bounds are the same at any limit.
    private static readonly PictureLimits Limits = new() { MaxPixels = 100_000 };

    [Fact]
    public void Decode_DamagedFiles_EndInAPictureOrInvalidData()
    {
        string[] names =
        [
            "420.jpg", "420-progressive.jpg", "422-restart.jpg", "gray.jpg", "gray-progressive-restart.jpg", "rgb.jpg", "16-bit-tables.jpg",
        ];

        Mutation.Fuzz([.. names.Select(name => GoldenFiles.Bytes("jpeg/" + name))], 24_000, key: 20, Decode);
    }

    [Fact]
    public void Decode_DamagedHandWrittenFiles_EndInAPictureOrInvalidData()
    {
        byte[] ink = new JpegBuilder().Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2])
            .Frame(0xC0, 8, 8, (1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 1, 1))
            .Scan(1, 2, 3, 4).Block(0, 55).Block(1, 128).Block(2, 128).Block(3, 51).End();
        byte[] lateHeight = new JpegBuilder().Frame(0xC0, 8, 0, (1, 1, 1)).Scan(1).Block(0, 40).Block(0, 60).Flush()
            .Segment(0xDC, 0, 11).End();
        byte[] uneven = new JpegBuilder().Frame(0xC2, 24, 8, (1, 3, 1), (2, 2, 1), (3, 1, 1))
            .ProgressiveScan(0, 0, 0, 1, 1, 2, 3).Dc(0, 1).Dc(0, 2).Dc(0, 3).Dc(1, 100).Dc(1, 200).Dc(2, 50).Flush()
            .ProgressiveScan(1, 63, 0, 0, 1).Bits(0, 3).Flush()
            .ProgressiveScan(0, 0, 1, 0, 1, 2, 3).Bits(0x2A, 6).End();

        Mutation.Fuzz([ink, lateHeight, uneven], 12_000, key: 21, Decode);
    }

    private static void Decode(byte[] input) => JpegDecoder.Decode(input, "fuzz.jpg", Limits);
}
