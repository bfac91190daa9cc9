using Cifra.Imaging;
using Cifra.Numerics;
using Cifra.Reading;
using Cifra.Reading.Digits;
using Cifra.Reading.Output;

namespace Cifra.Tests.Reading.Output;

public sealed class AnnotatorTests
{
    [Theory]
    [InlineData(Decision.Accept, 0, 140, 60)]
    [InlineData(Decision.Unsure, 225, 120, 0)]
    [InlineData(Decision.NotADigit, 205, 20, 40)]
    public void Annotate_OneDigit_IsFramedInTheColourOfItsDecision(Decision decision, byte red, byte green, byte blue)
    {
        ColorImage picture = Gray(100, 80);
        var box = new PixelBox(40, 30, 10, 20);

        ColorImage result = Annotator.Annotate(picture, Reading(100, 80, decision, box));

        Assert.Equal([red, green, blue, 255], Pixel(result, 39, 35)); // around the box
        Assert.Equal([red, green, blue, 255], Pixel(result, 50, 35));
        Assert.Equal([90, 90, 90, 255], Pixel(result, 40, 35)); // the ink itself stays
        Assert.Equal([90, 90, 90, 255], Pixel(picture, 39, 35)); // and so does the picture given
    }

    [Fact]
    public void Annotate_Corners_AreJoinedAndLettersWritten()
    {
        ColorImage picture = Gray(200, 160);
        var number = new ReadNumber("Q7", 1, Decision.Accept, new PixelBox(60, 60, 80, 40), [])
        {
            Corners = [new(60, 60), new(140, 70), new(140, 110), new(60, 100)],
        };

        ColorImage result = Annotator.Annotate(picture, new PictureReading(200, 160, [number]));

        Assert.Equal([0, 140, 60, 255], Pixel(result, 100, 65)); // half way along the upper side
        Assert.Equal([0, 140, 60, 255], Pixel(result, 140, 90));
        Assert.Equal([90, 90, 90, 255], Pixel(result, 100, 85));
        Assert.True(DigitGlyphs.HasDot('Z', 0, 0) && !DigitGlyphs.HasDot('Z', 0, 2), "a level stroke, and then a slanting one");
    }

    // What it writes can be read: the label alone, cut out, by the glyph classifier.
    [Fact]
    public void Annotate_Value_CanBeReadBack()
    {
        var box = new PixelBox(40, 200, 100, 150);
        ReadDigit[] digits = [.. "2907".Select((c, i) => new ReadDigit(c - '0', 1, [], new PixelBox(40 + (25 * i), 200, 25, 150)))];
        var reading = new PictureReading(300, 400, [new ReadNumber("2907", 1, Decision.Accept, box, digits)]);
        ColorImage white = new(300, 400, [.. Enumerable.Repeat((byte)255, 300 * 400 * 4)]);

        GrayImage label = new PixelBox(0, 0, 300, 195).CutFrom(Annotator.Annotate(white, reading).ToGray());

        Assert.Equal("2907", Assert.Single(new DigitReader(GlyphPictures.Classify).Read(label).Numbers).Text);
    }

    [Fact]
    public void Annotate_BoxesAnywhere_StayInThePicture()
    {
        var random = new SeededRandom(16);
        for (int i = 0; i < 500; i++)
        {
            int width = 1 + random.Next(60);
            int height = 1 + random.Next(60);
            int x = random.Next(width);
            int y = random.Next(height);
            var box = new PixelBox(x, y, 1 + random.Next(width - x), 1 + random.Next(height - y));

            ColorImage result = Annotator.Annotate(Gray(width, height), Reading(width, height, (Decision)random.Next(3), box));

            Assert.Equal((width, height), (result.Width, result.Height));
        }
    }

    [Fact]
    public void Annotate_ReadingOfAnotherPicture_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Annotator.Annotate(Gray(5, 5), new PictureReading(6, 5, [])));

        Assert.Contains("6x5", error.Message, StringComparison.Ordinal);
    }

    private static PictureReading Reading(int width, int height, Decision decision, PixelBox box) =>
        new(width, height, [new ReadNumber("4", 0.5, decision, box, [new ReadDigit(4, 0.5, [], box)])]);

    private static ColorImage Gray(int width, int height)
    {
        var picture = new ColorImage(width, height, new byte[4 * width * height]);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            picture.Pixels[i] = (byte)(i % 4 == 3 ? 255 : 90);
        }

        return picture;
    }

    private static byte[] Pixel(ColorImage picture, int x, int y) => picture.Pixels.Slice(((y * picture.Width) + x) * 4, 4).ToArray();
}
