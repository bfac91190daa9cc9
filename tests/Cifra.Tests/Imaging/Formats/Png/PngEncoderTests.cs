using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Png;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging.Formats.Png;

public sealed class PngEncoderTests
{
    private const int ColorTypeOffset = 25;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(28, 28)]
    [InlineData(1, 300)]
    [InlineData(301, 2)]
    public void Encode_Gray_IsReadBackExactly(int width, int height)
    {
        var image = new GrayImage(width, height, Random(width * height));

        byte[] file = PngEncoder.Encode(image);

        Assert.Equal(0, file[ColorTypeOffset]);
        Assert.Equal(image.Pixels, PictureFile.Decode(file, "a.png").ToGray().Pixels);
    }

    [Fact]
    public void Encode_SolidColor_IsRgbAndReadBackExactly()
    {
        byte[] pixels = Random(4 * 13 * 7);
        for (int i = 3; i < pixels.Length; i += 4)
        {
            pixels[i] = 255;
        }

        ExpectReadBack(new ColorImage(13, 7, pixels), colorType: 2);
    }

    [Fact]
    public void Encode_ColorWithAlpha_IsRgbaAndReadBackExactly() =>
        ExpectReadBack(new ColorImage(13, 7, Random(4 * 13 * 7)), colorType: 6);

    // Each row is the one above plus one: all differences from above are 1, and no other filter comes near that.
    [Fact]
    public void Encode_Ramp_ChoosesTheFilterThatPredictsIt()
    {
        byte[] noise = Random(256);
        byte[] pixels = [.. Enumerable.Range(0, 100).SelectMany(y => noise.Select(level => (byte)(level + y)))];

        byte[] file = PngEncoder.Encode(new GrayImage(256, 100, pixels));

        Assert.InRange(file.Length, 256, 700);
    }

    [Fact]
    public void Encode_File_IsFramedAsPngPrescribes()
    {
        byte[] file = PngEncoder.Encode(new GrayImage(2, 3));

        Assert.Equal([.. PngSamples.Signature, .. PngSamples.Header(2, 3, 8, 0)], file[..33]);
        Assert.Equal(PngSamples.End, file[^12..]);
    }

    private static void ExpectReadBack(ColorImage image, byte colorType)
    {
        byte[] file = PngEncoder.Encode(image);

        Assert.Equal(colorType, file[ColorTypeOffset]);
        Assert.Equal(image.Pixels, PictureFile.Decode(file, "a.png").Pixels);
    }

    private static byte[] Random(int length)
    {
        byte[] bytes = new byte[length];
        new SeededRandom(5, length).NextBytes(bytes);
        return bytes;
    }
}
