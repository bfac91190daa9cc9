using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Jpeg;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging.Formats.Jpeg;

public sealed class ExifOrientationTests
{
    // The stored picture is 1 2 3 / 4 5 6; what Exif says of its first row and first column gives what is to be seen.
    [Theory]
    [InlineData(1, 3, "123456")]
    [InlineData(2, 3, "321654")]
    [InlineData(3, 3, "654321")]
    [InlineData(4, 3, "456123")]
    [InlineData(5, 2, "142536")]
    [InlineData(6, 2, "415263")]
    [InlineData(7, 2, "635241")]
    [InlineData(8, 2, "362514")]
    public void WriteRow_EachOrientation_LaysTheRowsAsSeen(int orientation, int width, string expected)
    {
        var pixels = new OrientedPixels(3, 2, orientation);
        pixels.WriteRow(0, [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0]);
        pixels.WriteRow(1, [4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0]);

        ColorImage image = pixels.ToImage();

        Assert.Equal((width, 6 / width), (image.Width, image.Height));
        Assert.Equal(expected, string.Concat(Enumerable.Range(0, 6).Select(i => (char)('0' + image.Pixels[4 * i]))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Find_EitherByteOrder_ReadsTheTag(bool isLittle)
    {
        for (int value = 1; value <= 8; value++)
        {
            Assert.Equal(value, ExifOrientation.Find(Exif(isLittle, value)));
        }

        Assert.Null(ExifOrientation.Find(Exif(isLittle, 0)));
        Assert.Null(ExifOrientation.Find(Exif(isLittle, 9)));
    }

    [Fact]
    public void Find_AnyDamage_IsNullOrAnOrientation()
    {
        byte[] sound = Exif(isLittle: true, 6);
        for (int length = 0; length < sound.Length; length++)
        {
            Assert.Null(ExifOrientation.Find(sound.AsSpan(0, length)));
        }

        for (int i = 0; i < 20_000; i++)
        {
            int? found = ExifOrientation.Find(Mutation.Mutate(sound, new SeededRandom(8, i)));
            Assert.True(found is null or (>= 1 and <= 8));
        }
    }

    [Fact]
    public void Decode_TurnedPicture_IsUpright()
    {
        byte[] file = new JpegBuilder().Segment(0xE1, Exif(isLittle: false, 6)).Frame(0xC0, 16, 8, (1, 1, 1))
            .Scan(1).Block(0, 10).Block(0, 20).End();

        ColorImage image = JpegDecoder.Decode(file, "turned.jpg", PictureLimits.Default);

        Assert.Equal((8, 16), (image.Width, image.Height));
        Assert.Equal(10, image.Pixels[0]);
        Assert.Equal(20, image.Pixels[4 * 8 * 15]);
    }

    /// <summary>A directory of two entries at byte 8: an image width first, then the orientation.</summary>
    private static byte[] Exif(bool isLittle, int value)
    {
        byte[] Short(int number) => isLittle ? [(byte)number, 0] : [0, (byte)number];
        byte[] Tag(byte high, byte low) => isLittle ? [low, high] : [high, low];
        byte[] Long(int number) => isLittle ? [(byte)number, 0, 0, 0] : [0, 0, 0, (byte)number];
        byte[] Entry(byte high, byte low, int content) => [.. Tag(high, low), .. Short(3), .. Long(1), .. Short(content), 0, 0];

        return
        [
            .. "Exif\0\0"u8, .. isLittle ? "II"u8 : "MM"u8, .. Short(42), .. Long(8),
            .. Short(2), .. Entry(0x01, 0x00, 99), .. Entry(0x01, 0x12, value),
        ];
    }
}
