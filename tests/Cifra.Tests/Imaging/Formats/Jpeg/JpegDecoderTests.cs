using Cifra.Imaging;
using Cifra.Imaging.Formats;
using Cifra.Imaging.Formats.Jpeg;

namespace Cifra.Tests.Imaging.Formats.Jpeg;

/// <summary>Pictures whose truth is another decoder's (Golden/jpeg) or worked out by hand (<see cref="JpegBuilder"/>).</summary>
public sealed class JpegDecoderTests
{
    private const byte Baseline = 0xC0;
    private const byte Progressive = 0xC2;

    public static TheoryData<string> GoldenPictures => [.. GoldenFiles.Names("jpeg", ".jpg")];

    [Theory]
    [MemberData(nameof(GoldenPictures))]
    public void Decode_GoldenPicture_EqualsReferenceDecoder(string name)
    {
        string reference = "jpeg/" + Path.ChangeExtension(name, ".ppm");
        ColorImage expected = PictureFile.Decode(GoldenFiles.Bytes(reference), reference);

        PictureDifference difference = PictureDifference.Between(Decode(GoldenFiles.Bytes("jpeg/" + name)), expected);

        Assert.InRange(difference.Largest, 0, 1);
        Assert.InRange(difference.Mean, 0, 0.05);
    }

    [Fact]
    public void Decode_OneBlock_IsItsLevelAndSolid()
    {
        ColorImage image = Decode(new JpegBuilder().Frame(Baseline, 3, 2, (1, 1, 1)).Scan(1).Block(0, 77).End());

        Assert.Equal((3, 2), (image.Width, image.Height));
        for (int x = 0; x < 3; x++)
        {
            Assert.Equal((77, 77, 77, 255), At(image, x, 1));
        }
    }

    [Fact]
    public void Decode_MarkedAsInkByAdobe_MultipliesWithBlack()
    {
        // Stored inverted: 255 is no ink. 200 * 51 / 255 = 40.
        byte[] file = new JpegBuilder().Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0])
            .Frame(Baseline, 8, 8, (1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 1, 1))
            .Scan(1, 2, 3, 4).Block(0, 200).Block(1, 255).Block(2, 0).Block(3, 51).End();

        Assert.Equal((40, 51, 0, 255), At(Decode(file), 4, 4));
    }

    [Fact]
    public void Decode_YcckByAdobe_TurnsInkBackFirst()
    {
        // Without colour Y = 55 is red = green = blue = 55, so ink 255 - 55 = 200, stored inverted: 200 * 51 / 255 = 40.
        byte[] file = new JpegBuilder().Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2])
            .Frame(Baseline, 8, 8, (1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 1, 1))
            .Scan(1, 2, 3, 4).Block(0, 55).Block(1, 128).Block(2, 128).Block(3, 51).End();

        Assert.Equal((40, 40, 40, 255), At(Decode(file), 4, 4));
    }

    [Theory]
    [InlineData('R', 'G', 'B', false, false)]
    [InlineData(1, 2, 3, true, false)]
    [InlineData('R', 'G', 'B', true, false)]
    public void Decode_RgbByNameOrByAdobe_IsTakenAsItStands(int a, int b, int c, bool hasAdobe, bool hasJfif)
    {
        Assert.Equal((10, 20, 230, 255), At(Decode(ThreeChannels(a, b, c, hasAdobe, hasJfif)), 0, 0));
    }

    [Theory]
    [InlineData(1, 2, 3, false, false)]
    [InlineData('R', 'G', 'B', false, true)]
    public void Decode_ThreeChannelsOtherwise_AreYCbCr(int a, int b, int c, bool hasAdobe, bool hasJfif)
    {
        // Y = 10, Cb - 128 = -108, Cr - 128 = 102: red 10 + 1.402 * 102 = 153.004; blue 10 - 1.772 * 108 < 0;
        // green 10 + 0.34414 * 108 - 0.71414 * 102 = -25.7.
        Assert.Equal((153, 0, 0, 255), At(Decode(ThreeChannels(a, b, c, hasAdobe, hasJfif)), 0, 0));
    }

    [Fact]
    public void Decode_SamplingThreeToTwo_TakesTheSampleThatThePixelLiesIn()
    {
        // 24 pixels wide: three blocks of the first channel, two of the others, whose border is at pixel 12.
        byte[] file = new JpegBuilder().Frame(Baseline, 24, 8, ('R', 3, 1), ('G', 2, 1), ('B', 2, 1))
            .Scan((byte)'R', (byte)'G', (byte)'B')
            .Block(0, 1).Block(0, 2).Block(0, 3).Block(1, 100).Block(1, 200).Block(2, 50).Block(2, 60).End();

        ColorImage image = Decode(file);

        Assert.Equal((1, 100, 50, 255), At(image, 7, 0));
        Assert.Equal((2, 100, 50, 255), At(image, 11, 7));
        Assert.Equal((2, 200, 60, 255), At(image, 12, 7));
        Assert.Equal((3, 200, 60, 255), At(image, 23, 3));
    }

    [Fact]
    public void Decode_HalvedChannel_InterpolatesThreeToOne()
    {
        // Samples 100 | 200 meet between pixels 15 and 16: 3/4 and 1/4 of each. (3*100 + 200 + 2) / 4 = 125; (3*200 + 100 + 1) / 4 = 175.
        byte[] file = new JpegBuilder().Frame(Baseline, 32, 8, ('R', 2, 1), ('G', 1, 1), ('B', 1, 1))
            .Scan((byte)'R', (byte)'G', (byte)'B')
            .Block(0, 9).Block(0, 9).Block(1, 100).Block(2, 7)
            .Block(0, 9).Block(0, 9).Block(1, 200).Block(2, 7).End();

        ColorImage image = Decode(file);

        Assert.Equal([100, 125, 175, 200], [At(image, 14, 0).Green, At(image, 15, 0).Green, At(image, 16, 0).Green, At(image, 17, 0).Green]);
    }

    [Fact]
    public void Decode_RestartMarkers_ForgetThePrediction()
    {
        byte[] file = new JpegBuilder().Segment(0xDD, 0, 1).Frame(Baseline, 24, 8, (1, 1, 1))
            .Scan(1).Block(0, 10).Flush(restart: 0).Block(0, 20).Flush(restart: 1).Block(0, 30).End();

        ColorImage image = Decode(file);

        Assert.Equal([10, 20, 30], [At(image, 0, 0).Red, At(image, 8, 0).Red, At(image, 16, 0).Red]);
    }

    [Fact]
    public void Decode_ScanOfEachChannel_SkipsBlocksBeyondThePicture()
    {
        // 9 pixels wide at sampling 2:1 makes an MCU of 16, but alone the first channel has two blocks and the others one.
        byte[] file = new JpegBuilder().Frame(Baseline, 9, 8, ('R', 2, 1), ('G', 1, 1), ('B', 1, 1))
            .Scan((byte)'R').Block(0, 11).Block(0, 12).Flush()
            .Scan((byte)'G').Block(0, 13).Flush()
            .Scan((byte)'B').Block(0, 14).End();

        ColorImage image = Decode(file);

        Assert.Equal((11, 13, 14, 255), At(image, 7, 7));
        Assert.Equal((12, 13, 14, 255), At(image, 8, 7));
    }

    [Fact]
    public void Decode_HeightBehindTheFirstScan_IsFound()
    {
        byte[] file = new JpegBuilder().Frame(Baseline, 8, 0, (1, 1, 1)).Scan(1).Block(0, 40).Block(0, 60).Flush()
            .Segment(0xDC, 0, 11).End();

        ColorImage image = Decode(file);

        Assert.Equal((8, 11), (image.Width, image.Height));
        Assert.Equal(60, At(image, 0, 10).Red);
    }

    [Fact]
    public void Decode_WideQuantiser_MultipliesBy16Bits()
    {
        byte[] table = new byte[129];
        table[0] = 0x10;
        (table[1], table[2]) = (0x02, 0x58); // 600: one step is 75 levels
        byte[] file = new JpegBuilder().Segment(0xDB, table).Frame(0xC1, 8, 8, (1, 1, 1)).Scan(1).Block(0, 129).End();

        Assert.Equal(203, At(Decode(file), 0, 0).Red);
    }

    [Fact]
    public void Decode_ProgressiveBits_AddUp()
    {
        // First the DC value without its lowest bit (20 << 1), then that bit: 41, a level of 169.
        byte[] file = new JpegBuilder().Frame(Progressive, 8, 8, (1, 1, 1))
            .ProgressiveScan(0, 0, 0, 1, 1).Dc(0, 148).Flush()
            .ProgressiveScan(0, 0, 1, 0, 1).Bits(1, 1).End();

        Assert.Equal(169, At(Decode(file), 3, 3).Red);
    }

    [Fact]
    public void Decode_NoEndMarker_IsAccepted() =>
        Assert.Equal(77, At(Decode(new JpegBuilder().Frame(Baseline, 8, 8, (1, 1, 1)).Scan(1).Block(0, 77).WithoutEnd()), 0, 0).Red);

    [Fact]
    public void Recognizes_FirstThreeBytes_Decide()
    {
        Assert.True(JpegDecoder.Recognizes([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.False(JpegDecoder.Recognizes([0xFF, 0xD8]));
        Assert.False(JpegDecoder.Recognizes("BM"u8));
    }

    private static byte[] ThreeChannels(int a, int b, int c, bool hasAdobe, bool hasJfif)
    {
        var file = new JpegBuilder();
        if (hasJfif)
        {
            file.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        }

        if (hasAdobe)
        {
            file.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        }

        return file.Frame(Baseline, 8, 8, (a, 1, 1), (b, 1, 1), (c, 1, 1))
            .Scan((byte)a, (byte)b, (byte)c).Block(0, 10).Block(1, 20).Block(2, 230).End();
    }

    private static ColorImage Decode(byte[] file) => PictureFile.Decode(file, "test.jpg");

    private static (byte Red, byte Green, byte Blue, byte Alpha) At(ColorImage image, int x, int y)
    {
        ReadOnlySpan<byte> pixel = image.Pixels.Slice(4 * ((y * image.Width) + x), 4);
        return (pixel[0], pixel[1], pixel[2], pixel[3]);
    }
}
