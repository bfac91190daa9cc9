using System.Text;
using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Png;

namespace Cifra.Tests.Imaging.Formats;

public sealed class PictureFileTests : IDisposable
{
    private static readonly byte[] Gray = "P5 2 1 255\nab"u8.ToArray();

    private readonly string _folder = Directory.CreateTempSubdirectory("cifra-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_NameOfAnotherFormat_IsReadByItsSignature()
    {
        string path = Save("lying.png", Gray);

        Assert.Equal([97, 98], PictureFile.Load(path).ToGray().Pixels.ToArray());
    }

    [Fact]
    public void Load_StreamThatCannotSeek_IsReadToItsEnd()
    {
        using var stream = new PipeOf(PngEncoder.Encode(new GrayImage(300, 300)));

        ColorImage image = PictureFile.Load(stream, "stdin");

        Assert.Equal((300, 300), (image.Width, image.Height));
    }

    [Fact]
    public void Load_EmptyFile_IsRefusedByName()
    {
        string path = Save("empty.png", []);

        Assert.Equal($"{path}: byte 0: expected a picture, found an empty file.", MessageOf(() => PictureFile.Load(path)));
    }

    [Fact]
    public void Load_FileMissing_IsAnIOException() =>
        Assert.ThrowsAny<IOException>(() => PictureFile.Load(Path.Combine(_folder, "none.png")));

    [Fact]
    public void Load_FileTooLarge_IsRefusedBeforeItIsRead()
    {
        string path = Path.Combine(_folder, "large.png");
        using (FileStream stream = File.Create(path))
        {
            stream.SetLength((256L << 20) + 1);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(
            $"{path}: file length: expected at most 268,435,456 bytes, found 268,435,457.", MessageOf(() => PictureFile.Load(path)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Load_StreamOfUnknownLengthTooLong_IsRefusedOnTheWay()
    {
        using var stream = new PipeOf(new byte[1_000_000]);
        var limits = new PictureLimits { MaxFileBytes = 1000 };

        Assert.Contains("expected at most 1,000 bytes", MessageOf(() => PictureFile.Load(stream, "stdin", limits)), StringComparison.Ordinal);
        Assert.InRange(stream.BytesRead, 0, 100_000);
    }

    [Fact]
    public void Decode_MoreBytesThanAllowed_IsRefused() =>
        Assert.Contains(
            "expected at most 10 bytes, found 13",
            MessageOf(() => PictureFile.Decode(Gray, "a", new PictureLimits { MaxFileBytes = 10 })),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 100)]
    [InlineData(100, 1)]
    public void Decode_LimitsOfTheCaller_AreKept(int maxSide, int maxPixels)
    {
        var limits = new PictureLimits { MaxSide = maxSide, MaxPixels = maxPixels };

        Assert.Contains("found 2x1", MessageOf(() => PictureFile.Decode(Gray, "a", limits)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GIF89a", "GIF")]
    [InlineData("II*\0\b\0\0\0", "TIFF")]
    [InlineData("MM\0*\0\0\0\b", "TIFF")]
    [InlineData("RIFF\u0010\0\0\0WEBPVP8 ", "WebP")]
    [InlineData("\0\0\0\u0018ftypheic", "HEIC")]
    [InlineData("\0\0\0\u0018ftypmif1", "HEIC")]
    [InlineData("\0\0\0\u001Cftypavif", "AVIF")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("P7\nWIDTH 1", "PAM")]
    [InlineData("PF\n1 1", "PFM")]
    [InlineData("\0\0\0\fjP  \r\n", "JPEG 2000")]
    [InlineData("\u00FF\n\u00FA", "JPEG XL")]
    [InlineData("8BPS\0\u0001", "Photoshop")]
    public void Decode_FormatNotSupported_IsRefusedByItsName(string start, string format)
    {
        string message = MessageOf(() => PictureFile.Decode(Encoding.Latin1.GetBytes(start), "a.png"));

        Assert.StartsWith("a.png: byte 0: expected a picture of a supported format (", message, StringComparison.Ordinal);
        Assert.EndsWith($"found {format}, which is not supported.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello, world", "68656C6C6F2C2077")]
    [InlineData("P", "50")]
    [InlineData("RIFF", "52494646")]
    public void Decode_UnknownSignature_IsShown(string start, string signature) =>
        Assert.EndsWith(
            $"found the unknown signature {signature}.",
            MessageOf(() => PictureFile.Decode(Encoding.Latin1.GetBytes(start), "a.png")),
            StringComparison.Ordinal);

    private static string MessageOf(Func<ColorImage> load) => Assert.Throws<InvalidDataException>(load).Message;

    private string Save(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Gives a few bytes at a time and has no length, as a pipe does.</summary>
    private sealed class PipeOf(byte[] bytes) : MemoryStream(bytes)
    {
        public long BytesRead { get; private set; }

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            int read = base.Read(buffer[..Math.Min(buffer.Length, 777)]);
            BytesRead += read;
            return read;
        }
    }
}
