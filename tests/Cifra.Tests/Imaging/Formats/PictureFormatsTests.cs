using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Reading;
using Cifra.Reading.Digits;

namespace Cifra.Tests.Imaging.Formats;

public sealed class PictureFormatsTests : IDisposable
{
    private static readonly PictureFormats WithToy = PictureFormats.BuiltIn.With(new ToyDecoder());

    private readonly string _folder = Directory.CreateTempSubdirectory("cifra-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void With_Decoder_ReturnsANewListAndLeavesTheOldOne()
    {
        Assert.Equal(["PNG", "JPEG", "BMP", "PNM", "TOY"], WithToy.Names);
        Assert.Equal(["PNG", "JPEG", "BMP", "PNM"], PictureFormats.BuiltIn.Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("png")]
    [InlineData("BMP")]
    public void With_NameMissingOrTaken_IsRefused(string name) => Assert.Throws<ArgumentException>(() => PictureFormats.BuiltIn.With(new ToyDecoder(name)));

    [Fact]
    public void Load_FormatOfTheUser_IsDecodedFromFileStreamAndBytes()
    {
        byte[] file = ToyDecoder.File(2, 1, 40, 200);
        string path = Path.Combine(_folder, "picture.toy");
        File.WriteAllBytes(path, file);
        using var stream = new MemoryStream(file);

        Assert.Equal([40, 200], PictureFile.Load(path, formats: WithToy).ToGray().Pixels.ToArray());
        Assert.Equal([40, 200], PictureFile.Load(stream, "stream", formats: WithToy).ToGray().Pixels.ToArray());
        Assert.Equal([40, 200], PictureFile.Decode(file, "bytes", formats: WithToy).ToGray().Pixels.ToArray());
    }

    [Fact]
    public void Decode_FormatOfTheUserWithoutItsDecoder_IsRefused() =>
        Assert.Contains(
            "a picture of a supported format (PNG, JPEG, BMP, PNM), found the unknown signature 544F590201",
            MessageOf(() => PictureFile.Decode(ToyDecoder.File(2, 1, 0, 0), "a")),
            StringComparison.Ordinal);

    [Fact]
    public void Decode_UnknownSignature_MessageNamesTheAddedFormatToo() =>
        Assert.Contains("(PNG, JPEG, BMP, PNM, TOY)", MessageOf(() => PictureFile.Decode("?"u8, "a", formats: WithToy)), StringComparison.Ordinal);

    [Fact]
    public void Decode_DecoderThatClaimsABuiltInFormat_IsNotAsked()
    {
        PictureFormats formats = PictureFormats.BuiltIn.With(new ToyDecoder("P5", _ => throw new InvalidOperationException("asked")));

        Assert.Equal([97, 98], PictureFile.Decode("P5 2 1 255\nab"u8, "a", formats: formats).ToGray().Pixels.ToArray());
    }

    [Theory]
    [InlineData(4, 100, "found 5x2")]
    [InlineData(100, 9, "found 5x2 = 10")]
    public void Decode_DecoderThatIgnoresTheLimits_IsRefusedByItsName(int maxSide, int maxPixels, string found)
    {
        var limits = new PictureLimits { MaxSide = maxSide, MaxPixels = maxPixels };

        string message = MessageOf(() => PictureFile.Decode(ToyDecoder.File(5, 2, new byte[10]), "a", limits, WithToy));

        Assert.StartsWith("a: picture decoded as TOY: expected ", message, StringComparison.Ordinal);
        Assert.Contains(found, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_PictureExactlyAtTheLimits_IsAccepted()
    {
        var limits = new PictureLimits { MaxSide = 5, MaxPixels = 10, MaxFileBytes = 15 };

        Assert.Equal(5, PictureFile.Decode(ToyDecoder.File(5, 2, new byte[10]), "a", limits, WithToy).Width);
    }

    [Fact]
    public void Decode_FileTooLong_IsRefusedBeforeTheDecoderIsAsked()
    {
        PictureFormats formats = PictureFormats.BuiltIn.With(new ToyDecoder(decode: _ => throw new InvalidOperationException("asked")));

        string message = MessageOf(() => PictureFile.Decode(ToyDecoder.File(5, 2, new byte[10]), "a", new PictureLimits { MaxFileBytes = 14 }, formats));

        Assert.Contains("expected at most 14 bytes, found 15", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_DecoderReceives_TheLimitsOfTheCaller()
    {
        PictureLimits? seen = null;
        var limits = new PictureLimits { MaxSide = 77 };

        PictureFile.Decode("TOY"u8, "a", limits, PictureFormats.BuiltIn.With(new ToyDecoder(decode: given =>
        {
            seen = given;
            return new ColorImage(1, 1, new byte[4]);
        })));

        Assert.Same(limits, seen);
    }

    [Fact]
    public void Decode_DamagedFile_IsOneKindOfExceptionWithTheCauseInside()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => PictureFile.Decode(ToyDecoder.File(5, 2, 1), "a.toy", formats: WithToy)); // pixels are missing

        Assert.StartsWith("a.toy: the TOY decoder failed: ", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public void Decode_BugOfABuiltInDecoder_IsNotHidden()
    {
        PictureFormats formats = PictureFormats.BuiltIn.With(new BuiltInDecoder("X", _ => true, (_, _, _, _) => throw new KeyNotFoundException()));

        Assert.Throws<KeyNotFoundException>(() => PictureFile.Decode("?"u8, "a", formats: formats));
    }

    [Fact]
    public void Decode_NoPicture_IsRefused() =>
        Assert.Equal("a: the TOY decoder returned no picture.", MessageOf(() => Decode(_ => null)));

    [Fact]
    public void Decode_InvalidDataOfTheDecoder_KeepsItsMessage() =>
        Assert.Equal("byte 3", MessageOf(() => Decode(_ => throw new InvalidDataException("byte 3"))));

    [Fact]
    public void Decode_Cancelled_IsNotTakenForDamage() => Assert.Throws<OperationCanceledException>(() => Decode(_ => throw new OperationCanceledException()));

    [Fact]
    public void Read_FormatInTheReadersOptions_IsRead()
    {
        string path = Path.Combine(_folder, "blank.toy");
        File.WriteAllBytes(path, ToyDecoder.File(40, 40, [.. Enumerable.Repeat((byte)255, 1600)]));

        Assert.Empty(Reader(new ReadingOptions { Formats = WithToy }).Read(path).Numbers);
        Assert.Throws<InvalidDataException>(() => Reader(ReadingOptions.Default).Read(path));
    }

    private static DigitReader Reader(ReadingOptions options) => new((_, _, _) => { }, options);

    private static ColorImage Decode(Func<PictureLimits, ColorImage?> decode) =>
        PictureFile.Decode("TOY"u8, "a", formats: PictureFormats.BuiltIn.With(new ToyDecoder(decode: decode)));

    private static string MessageOf(Func<ColorImage> load) => Assert.Throws<InvalidDataException>(load).Message;
}
