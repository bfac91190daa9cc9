using System.Text;
using Cifra.Imaging;
using Cifra.Imaging.Formats;

namespace Cifra.Tests.Imaging.Formats.Pnm;

public sealed class PnmDecoderTests
{
    [Theory]
    [InlineData("P1 3 2 0 1 0 1 0 1", new byte[] { 255, 0, 255, 0, 255, 0 })]
    [InlineData("P1\n# by hand\n3 2\n010\n101\n", new byte[] { 255, 0, 255, 0, 255, 0 })]
    [InlineData("P2 3 1 255 0 128 255", new byte[] { 0, 128, 255 })]
    [InlineData("P2\t3\r\n1\v15\f0 7 15", new byte[] { 0, 119, 255 })]
    [InlineData("P2 # kind\n3 # width\n1 65535 # most\n0 # first\n32768 65535\n", new byte[] { 0, 128, 255 })]
    [InlineData("P2 2 1 3 1 2", new byte[] { 85, 170 })]
    [InlineData("P5 3 1 255\n\0\n~", new byte[] { 0, 10, 126 })]
    [InlineData("P5 3 1 255# the end of the comment is the space\nabc", new byte[] { 97, 98, 99 })]
    [InlineData("P5 3 1 255 #a\n", new byte[] { 35, 97, 10 })] // no comment: the space has ended the header
    public void Decode_GrayOrBitmap_GivesLevels(string file, byte[] expected) =>
        Assert.Equal(expected, Decode(Encoding.Latin1.GetBytes(file)).ToGray().Pixels.ToArray());

    [Fact]
    public void Decode_RawBitmap_PadsRowsToBytes() =>
        Assert.Equal(
            [0, 255, 255, 255, 255, 255, 255, 255, 0, 255, 0, 255, 255, 255, 255, 255, 255, 255],
            Decode([.. "P4 9 2\n"u8, 0b1000_0000, 0b1000_0000, 0b0100_0000, 0b0111_1111]).ToGray().Pixels.ToArray());

    // 300 of 1000 is 76.5, 0x0200 = 512 of 1000 is 130.56.
    [Fact]
    public void Decode_RawOfTwoBytes_HasTheHighByteFirst() =>
        Assert.Equal([77, 131], Decode([.. "P5 2 1 1000\n"u8, 1, 44, 2, 0]).ToGray().Pixels.ToArray());

    [Theory]
    [InlineData("P3 2 1 255 1 2 3 4 5 6")]
    [InlineData("P6 2 1 255 \u0001\u0002\u0003\u0004\u0005\u0006")]
    public void Decode_Color_KeepsTheChannels(string file) =>
        Assert.Equal([1, 2, 3, 255, 4, 5, 6, 255], Decode(Encoding.Latin1.GetBytes(file)).Pixels.ToArray());

    [Fact]
    public void Decode_SecondPictureInTheFile_IsLeft() =>
        Assert.Equal([97], Decode("P5 1 1 255\naP5 1 1 255\nb"u8).ToGray().Pixels.ToArray());

    [Theory]
    [InlineData("P5 ", "byte 3: expected the width, a number of at most 9 digits, found the end of the file")]
    [InlineData("P5 -3 1 255 abc", "byte 3: expected the width, a number of at most 9 digits, found byte 0x2D")]
    [InlineData("P5 3x1 255 abc", "byte 4: expected the width, a number of at most 9 digits, found byte 0x78")]
    [InlineData("P5 9999999999 1 255 abc", "byte 12: expected the width, a number of at most 9 digits, found byte 0x39")]
    [InlineData("P5 0 1 255 abc", "byte 2: expected a width and a height of at least 1 pixel, found 0x1")]
    [InlineData("P5 40000 1 255 abc", "expected a width and a height of at most 32,768 pixels, found 40000x1")]
    [InlineData("P5 3 1 0 abc", "byte 6: expected a largest level from 1 to 65535, found 0")]
    [InlineData("P5 3 1 65536 abc", "expected a largest level from 1 to 65535, found 65536")]
    [InlineData("P5 3 1 255", "byte 10: expected white space before the pixels, found the end of the file")]
    [InlineData("P5 3 1 255 ab", "byte 11: expected at least 3 bytes of pixels, found 2")]
    [InlineData("P5 3 1 97 abc", "row 0, column 1: expected a sample of at most 97, found 98")]
    [InlineData("P6 8000 8000 255 abc", "expected at least 192000000 bytes of pixels, found 3")]
    [InlineData("P3 8000 8000 255 1 2 3", "expected at least 383999999 bytes of pixels, found 6")]
    [InlineData("P2 2 1 255 1 -2", "byte 13: expected a sample, a number of at most 9 digits, found byte 0x2D")]
    [InlineData("P2 2 1 255 123", "byte 14: expected a sample, a number of at most 9 digits, found the end of the file")]
    [InlineData("P1 2 1 12", "byte 8: expected a pixel of 0 or 1, found byte 0x32")]
    public void Decode_Broken_IsRefusedWithPlaceExpectedAndFound(string file, string message)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(file);

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => PictureFile.Decode(bytes, "a.pgm"));

        Assert.StartsWith("a.pgm: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static ColorImage Decode(ReadOnlySpan<byte> file) => PictureFile.Decode(file, "a.pgm");
}
