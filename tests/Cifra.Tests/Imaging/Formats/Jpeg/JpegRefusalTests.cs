using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Jpeg;

namespace Cifra.Tests.Imaging.Formats.Jpeg;

/// <summary>What is refused says what it is; what asks for too much is refused before it gets it.</summary>
public sealed class JpegRefusalTests
{
    private const byte Baseline = 0xC0;
    private const byte Progressive = 0xC2;

    // Far below the 64 MB that a bomb may cost, far above what reading a header takes.
    private const long MostBytesForRefusal = 4 << 20;

    [Theory]
    [InlineData(0xC3, "lossless JPEG")]
    [InlineData(0xC5, "hierarchical JPEG")]
    [InlineData(0xC9, "arithmetic-coded JPEG")]
    [InlineData(0xCA, "arithmetic-coded JPEG")]
    [InlineData(0xCB, "lossless arithmetic-coded JPEG")]
    [InlineData(0xCD, "hierarchical arithmetic-coded JPEG")]
    [InlineData(0xF7, "JPEG-LS")]
    public void Decode_OtherProcess_IsRefusedByName(byte frame, string name) =>
        AssertRefused(new JpegBuilder().Frame(frame, 8, 8, (1, 1, 1)).Scan(1).Block(0, 77).End(), name);

    [Fact]
    public void Decode_TwelveBits_IsRefusedByName() =>
        AssertRefused(new JpegBuilder().Segment(0xC1, 12, 0, 8, 0, 8, 1, 1, 0x11, 0).Scan(1).Block(0, 77).End(), "12-bit JPEG");

    [Theory]
    [InlineData(Baseline)]
    [InlineData(Progressive)]
    public void Decode_HugePictureInFewBytes_IsRefusedBeforeItIsAllocated(byte frame)
    {
        byte[] file = new JpegBuilder().Frame(frame, 65535, 65535, (1, 2, 2), (2, 1, 1), (3, 1, 1))
            .ProgressiveScan(0, (byte)(frame == Baseline ? 63 : 0), 0, 0, 1, 2, 3).Block(0, 128).End();

        AssertRefused(file, "65535x65535");
    }

    [Fact]
    public void Decode_PictureWithinLimitsButNoData_IsRefusedBeforeItIsAllocated() =>
        AssertRefused(
            new JpegBuilder().Frame(Progressive, 8000, 8000, (1, 1, 1)).ProgressiveScan(0, 0, 0, 0, 1).Dc(0, 128).End(),
            "data of 8000x8000 pixels, at least 125000 bytes");

    [Fact]
    public void Decode_LimitsOfTheCaller_Hold()
    {
        byte[] file = new JpegBuilder().Frame(Baseline, 16, 8, (1, 1, 1)).Scan(1).Block(0, 1).Block(0, 2).End();

        AssertRefused(file, "16x8", new PictureLimits { MaxSide = 15 });
        AssertRefused(file, "16x8", new PictureLimits { MaxPixels = 127 });
        JpegDecoder.Decode(file, "fits", new PictureLimits { MaxSide = 16, MaxPixels = 128 });
    }

    [Theory]
    [InlineData(Baseline)]
    [InlineData(Progressive)]
    public void Decode_TenThousandScans_IsRefusedBeforeAnyIsDecoded(byte frame)
    {
        JpegBuilder file = new JpegBuilder().Frame(frame, 4000, 4000, (1, 1, 1));
        for (int scan = 0; scan < 10_000; scan++)
        {
            // The first band is the DC coefficient, so that the picture is whole; the others are empty.
            _ = frame == Baseline ? file.Scan(1) : file.ProgressiveScan((byte)(scan % 64), (byte)(scan % 64), 0, 0, 1);
            file.Bits(0, 1);
            for (int block = 1; block < (scan == 0 ? 250_000 : 1); block++)
            {
                file.Bits(0, 5);
            }

            file.Flush();
        }

        AssertRefused(file.End(), "at most 100 scans");
    }

    [Theory]
    [InlineData(Baseline)]
    [InlineData(Progressive)]
    public void Decode_ScanSentAgain_IsRefused(byte frame)
    {
        JpegBuilder file = new JpegBuilder().Frame(frame, 8, 8, (1, 1, 1));
        for (int scan = 0; scan < 2; scan++)
        {
            _ = frame == Baseline ? file.Scan(1).Block(0, 128).Flush() : file.ProgressiveScan(0, 0, 0, 0, 1).Dc(0, 128).Flush();
        }

        AssertRefused(file.End(), "a scan that adds to the earlier ones");
    }

    [Fact]
    public void Decode_AsManyScansAsAllowed_IsRead()
    {
        JpegBuilder file = new JpegBuilder().Frame(Progressive, 8, 8, (1, 1, 1)).ProgressiveScan(0, 0, 0, 0, 1).Dc(0, 100).Flush();
        for (byte scan = 1; scan < 100; scan++)
        {
            int k = 1 + ((scan - 1) % 63);
            int bit = scan <= 63 ? 1 : 0; // a second time round, the next bit
            file.ProgressiveScan((byte)k, (byte)k, bit == 1 ? 0 : 1, bit, 1).Bits(0, 1).Flush();
        }

        Assert.Equal(100, JpegDecoder.Decode(file.End(), "test.jpg", PictureLimits.Default).Pixels[0]);
    }

    [Fact]
    public void Decode_TruncatedPicture_IsRefusedAndNotReadAsBlank()
    {
        byte[] sequential = GoldenFiles.Bytes("jpeg/420.jpg");
        byte[] progressive = GoldenFiles.Bytes("jpeg/420-progressive.jpg");
        int firstScan = progressive.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);

        AssertRefused(sequential[..^40], "the end of the file");
        AssertRefused([.. sequential[..^40], 0xFF, 0xD9], "marker 0xD9");
        AssertRefused(progressive[..(firstScan + 20)], "the end of the file");
    }

    [Fact]
    public void Decode_MissingRestartMarker_IsRefused()
    {
        byte[] file = new JpegBuilder().Segment(0xDD, 0, 1).Frame(Baseline, 16, 8, (1, 1, 1))
            .Scan(1).Block(0, 10).Flush(restart: 3).Block(0, 20).End();

        AssertRefused(file, "restart marker 0xD0");
    }

    [Fact]
    public void Decode_WhollyMissingChannel_IsRefused() =>
        AssertRefused(
            new JpegBuilder().Frame(Baseline, 8, 8, (1, 1, 1), (2, 1, 1), (3, 1, 1)).Scan(1, 2).Block(0, 1).Block(1, 1).End(),
            "none of component 3");

    [Fact]
    public void Decode_TooManyCodesForTheirLength_IsRefused() =>
        AssertRefused(
            new JpegBuilder().Segment(0xC4, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3).End(), "a Huffman code");

    [Fact]
    public void Decode_EndlessHuffmanTables_IsRefused()
    {
        var file = new JpegBuilder();
        for (int i = 0; i < 1000; i++)
        {
            file.Segment(0xC4, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        AssertRefused(file.End(), "Huffman tables");
    }

    private static void AssertRefused(byte[] file, string expected, PictureLimits? limits = null)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => JpegDecoder.Decode(file, "test.jpg", limits ?? PictureLimits.Default));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.StartsWith("test.jpg: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, MostBytesForRefusal);
    }
}
