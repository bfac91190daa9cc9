using Cifra.Imaging;
using Cifra.Imaging.Formats;

namespace Cifra.Tests.Imaging.Formats.Png;

/// <summary>Small files that ask for much. Memory is counted, not time, which a test cannot promise.</summary>
public sealed class PngBombTests
{
    [Fact]
    public void Decode_500MillionRows_IsRefusedFromTheHeader()
    {
        byte[] file = PngSamples.Picture(PngSamples.Header(1, 500_000_000, 8, 0), new byte[1000]);

        string message = Refuse(file, mostBytes: 1 << 20);

        Assert.Equal(
            "a.png: byte 16: expected a width and a height of at most 32,768 pixels, found 1x500000000.", message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8000)]
    public void Decode_TenThousandEmptyDataChunks_AreRefused(uint side)
    {
        byte[][] empty = [.. Enumerable.Repeat(PngSamples.Chunk("IDAT"), 10_000)];
        byte[] file = PngSamples.File([PngSamples.Header(side, side, 8, 0), .. empty, PngSamples.Chunk("IDAT", PngSamples.Deflate(0, 0))]);

        string message = Refuse(file, mostBytes: 8 << 20);

        Assert.Contains("expected at most 4213 chunks in a file of 12", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_LargePictureWithHardlyAnyData_IsRefusedBeforeItIsAllocated()
    {
        byte[] file = PngSamples.Picture(PngSamples.Header(8000, 8000, 8, 6), new byte[1000]);

        Assert.Contains("expected IDAT chunks with 256008000 bytes of image data", Refuse(file, mostBytes: 1 << 20), StringComparison.Ordinal);
    }

    // 100 MB of zeros deflate to 100 KB; only the one row that the header speaks of is inflated.
    [Fact]
    public void Decode_DataFarBeyondTheHeader_IsLeftUnread()
    {
        byte[] file = PngSamples.Picture(PngSamples.Header(1, 1, 8, 0), new byte[100_000_000]);
        long before = GC.GetAllocatedBytesForCurrentThread();

        ColorImage image = PictureFile.Decode(file, "a.png");

        Assert.Equal([0, 0, 0, 255], image.Pixels.ToArray());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static string Refuse(byte[] file, long mostBytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => PictureFile.Decode(file, "a.png"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, mostBytes);
        return error.Message;
    }
}
