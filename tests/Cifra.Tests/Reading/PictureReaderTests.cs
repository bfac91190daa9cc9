using System.Globalization;
using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Cheques;
using Cifra.Reading.Digits;
using Cifra.Reading.Forms;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;
using Cifra.Reading.Plates;
using Cifra.Reading.Post;
using Cifra.Tests.Architecture;

namespace Cifra.Tests.Reading;

/// <summary>What all readers have in common: every way in gives the same reading, and each is cancelled within a picture.</summary>
public sealed class PictureReaderTests
{
    private static readonly Dictionary<string, (string Picture, Func<IPictureReader> Create)> Readers = new()
    {
        ["digit"] = ("digit-7.png", () => DigitReader.Default),
        ["number"] = ("number-two-lines.png", () => NumberReader.Default),
        ["cheque"] = ("cheque.png", () => ChequeReader.Default),
        ["postcode"] = ("envelope-written.png", () => new PostcodeReader(Pretrained.Field, Pretrained.Lines, Grammar.Postcode("us"))),
        ["plate"] = ("plate-street.png", () => PlateReader.Default),
        ["form"] = ("form-filled.png", () => new FormReader(FormTemplate.Load(Path.Combine(SourceFiles.Root, "samples", "forms", "order.json")))),
    };

    public static TheoryData<string> Kinds => [.. Readers.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Kinds))]
    public void Read_GreyPictureInColourAndInGrey_IsTheSameReading(string kind)
    {
        (IPictureReader reader, string path) = Open(kind);

        PictureReading reading = reader.Read(path, Cancellation);

        Assert.NotEmpty(reading.Numbers);
        Assert.Equal(Said(reading), Said(reader.Read(PictureFile.Load(path).ToGray(), Cancellation))); // the samples are grey
    }

    [Theory]
    [InlineData("digit")]
    [InlineData("number")]
    public async Task Read_SamePictureEveryWayIn_IsTheSameReading(string kind)
    {
        (IPictureReader reader, string path) = Open(kind);
        byte[] bytes = await File.ReadAllBytesAsync(path, Cancellation);
        ColorImage picture = PictureFile.Load(path);
        using var stream = new MemoryStream(bytes);
        using var asynchronous = new MemoryStream(bytes);

        string expected = Said(reader.Read(path, Cancellation));

        Assert.Equal(expected, Said(reader.Read(stream, Cancellation)));
        Assert.Equal(expected, Said(reader.Read(bytes, Cancellation)));
        Assert.Equal(expected, Said(reader.Read(picture, Cancellation)));
        Assert.Equal(expected, Said(reader.Read(new ReadRequest(path), Cancellation)));
        Assert.Equal(expected, Said(reader.Read(new ReadRequest(bytes), Cancellation)));
        Assert.Equal(expected, Said(await reader.ReadAsync(asynchronous, Cancellation)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Read_CancelledToken_EndsEveryWayIn(string kind)
    {
        (IPictureReader reader, string path) = Open(kind);
        byte[] bytes = await File.ReadAllBytesAsync(path, Cancellation);
        ColorImage picture = PictureFile.Load(path);
        var cancelled = new CancellationToken(canceled: true);

        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(path, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(new MemoryStream(bytes), cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(bytes, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(picture, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(picture.ToGray(), cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(new ReadRequest(path), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadAsync(new MemoryStream(bytes), cancelled));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Read_CancelledWhileReading_StopsAtThatCheck(string kind)
    {
        (IPictureReader reader, string path) = Open(kind);
        ColorImage picture = PictureFile.Load(path);
        int all = ChecksUntilEnd(reader, new ReadRequest(picture), tripAt: int.MaxValue);

        Assert.True(all > picture.Height, $"only {all} checks within the picture");
        foreach (int tripAt in new[] { 1, picture.Height + 1, all })
        {
            Assert.Equal(tripAt, ChecksUntilEnd(reader, new ReadRequest(picture), tripAt));
        }
    }

    [Theory]
    [InlineData("png")]
    [InlineData("bmp")]
    [InlineData("pgm")]
    public void Read_CancelledWhileDecoding_StopsAtThatRow(string format)
    {
        byte[] file = PictureBytes(format, 40, 30);
        int decoding = 0;
        PictureFile.Decode(file, "a", PictureLimits.Default, PictureFormats.BuiltIn, new CancellationCheck(default, () => decoding++));

        Assert.InRange(decoding, 30, 40); // a row each, and the beginning
        Assert.Equal(20, ChecksUntilEnd(NumberReader.Default, new ReadRequest(file), tripAt: 20));
    }

    [Fact]
    public async Task ReadAsync_CancelledBetweenBlocks_EndsWithTheStreamHalfRead()
    {
        using var source = new CancellationTokenSource();
        using var stream = new CancellingStream(new byte[1 << 20], source, cancelAfterReads: 3);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NumberReader.Default.ReadAsync(stream, source.Token));

        Assert.InRange(stream.Position, 1, stream.Length - 1);
    }

    [Fact]
    public void Read_NamedRequestOfWhatIsNoPicture_NamesIt()
    {
        var request = new ReadRequest(new byte[] { 1, 2, 3, 4 }) { Name = "upload 7" };

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => NumberReader.Default.Read(request, Cancellation));

        Assert.StartsWith("upload 7: byte 0:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FormThatIsNotThere_NamesThePictureOnlyWhereItHasAName()
    {
        IPictureReader reader = Readers["form"].Create();
        var blank = new GrayImage(300, 200);

        string named = Assert.Throws<InvalidDataException>(() => reader.Read(new ReadRequest(blank) { Name = "a.png" }, Cancellation)).Message;
        string nameless = Assert.Throws<InvalidDataException>(() => reader.Read(blank, Cancellation)).Message;

        Assert.StartsWith("the form ", nameless, StringComparison.Ordinal);
        Assert.Equal($"a.png: {nameless}", named);
    }

    [Fact]
    public void Read_FileAboveTheReadersLimits_IsRefused()
    {
        var reader = new DigitReader(Pretrained.Field, new ReadingOptions { Limits = new PictureLimits { MaxPixels = 100 } });

        Assert.Throws<InvalidDataException>(() => reader.Read(PictureBytes("pgm", 20, 20), Cancellation));
    }

    private static (IPictureReader Reader, string Path) Open(string kind) =>
        (Readers[kind].Create(), Path.Combine(SourceFiles.Root, "samples", "pictures", Readers[kind].Picture));

    // Reads with a token that trips at that check; returns how many checks there were until the reader stopped.
    private static int ChecksUntilEnd(IPictureReader reader, ReadRequest request, int tripAt)
    {
        using var source = new CancellationTokenSource();
        int asked = 0;
        var check = new CancellationCheck(source.Token, () =>
        {
            if (++asked == tripAt)
            {
                source.Cancel();
            }
        });
        Exception? ended = Record.Exception(() => Read(reader, request, check));
        Assert.Equal(tripAt != int.MaxValue, ended is OperationCanceledException);
        return asked;
    }

    private static PictureReading Read(IPictureReader reader, ReadRequest request, CancellationCheck check) => reader switch
    {
        PictureReader<PictureReading> plain => plain.Read(request, check),
        PictureReader<ChequeReading> cheques => cheques.Read(request, check),
        PictureReader<FormReading> forms => forms.Read(request, check),
        _ => throw new ArgumentException("An unknown kind of reader.", nameof(reader)),
    };

    private static string Said(PictureReading reading) => string.Join('\n', reading.Numbers
        .SelectMany(number => number.Digits
            .Select(digit => string.Create(CultureInfo.InvariantCulture, $"{digit.Value} {digit.Confidence:R} {digit.Box}"))
            .Prepend(string.Create(
                CultureInfo.InvariantCulture, $"{number.Name} {number.Text} {number.Value} {number.Confidence:R} {number.Decision} {number.Box}")))
        .Concat(reading.Findings)
        .Prepend(string.Create(CultureInfo.InvariantCulture, $"{reading.Width}x{reading.Height}")));

    private static byte[] PictureBytes(string format, int width, int height) => format switch
    {
        "png" => Cifra.Imaging.Formats.Png.PngEncoder.Encode(new GrayImage(width, height)),
        "pgm" => [.. System.Text.Encoding.ASCII.GetBytes($"P5 {width} {height} 255\n"), .. new byte[width * height]],
        _ => Bmp(width, height),
    };

    // 24 bits a pixel, black; rows of a multiple of four bytes.
    private static byte[] Bmp(int width, int height)
    {
        byte[] file = new byte[54 + (3 * width * height)];
        "BM"u8.CopyTo(file);
        file[10] = 54;
        file[14] = 40;
        file[18] = (byte)width;
        file[22] = (byte)height;
        file[26] = 1;
        file[28] = 24;
        return file;
    }

    private sealed class CancellingStream(byte[] bytes, CancellationTokenSource source, int cancelAfterReads) : MemoryStream(bytes)
    {
        private int _reads;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int read = await base.ReadAsync(buffer, cancellationToken);
            if (++_reads == cancelAfterReads)
            {
                await source.CancelAsync();
            }

            return read;
        }
    }
}
