using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Formats.Png;
using Cifra.Network;
using Cifra.Numerics;
using Cifra.Reading;
using Cifra.Reading.Digits;
using Cifra.Tests.Imaging;

namespace Cifra.Tests.Reading.Digits;

public sealed class DigitReaderTests
{
    private static readonly DigitReader Reader = new(GlyphPictures.Classify);

    [Theory]
    [InlineData("7", 3)]
    [InlineData("1450", 2)]
    [InlineData("0123456789", 5)]
    [InlineData("1111", 4)]
    public void Read_OneNumber_IsThatNumber(string text, int dot)
    {
        ReadNumber number = Assert.Single(Reader.Read(GlyphPictures.Ink(text, dot)).Numbers);

        Assert.Equal(text, number.Text);
        Assert.Equal(text, string.Concat(number.Digits.Select(digit => digit.Value)));
        Assert.Equal(Math.Pow(0.91f, text.Length), number.Confidence, 1e-6); // the product of the digits'
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Read_PhotoOfLinesAndGroups_IsInReadingOrder(int dot)
    {
        PictureReading reading = Reader.Read(GlyphPictures.Photo("12345 678\n90\n46 2", dot, seed: 3));

        Assert.Equal(["12345", "678", "90", "46", "2"], reading.Numbers.Select(number => number.Text));
    }

    [Fact]
    public void Read_Negative_SaysTheSame()
    {
        GrayImage photo = GlyphPictures.Photo("4071", 4, seed: 5);

        string[] dark = [.. Reader.Read(photo).Numbers.Select(number => number.ToString())];
        string[] bright = [.. Reader.Read(Pictures.Negative(photo)).Numbers.Select(number => number.ToString())];

        Assert.Equal(dark.Length, bright.Length);
        Assert.Equal("4071", Reader.Read(Pictures.Negative(photo)).Numbers[0].Text);
    }

    [Fact]
    public void Read_LargePhoto_GivesBoxesOfThePictureItself()
    {
        GrayImage photo = GlyphPictures.Photo("38", 120, seed: 6); // 2,640 pixels wide: worked on at 1,600

        ReadDigit[] digits = [.. Reader.Read(photo).Numbers.SelectMany(number => number.Digits)];

        Assert.Equal([3, 8], digits.Select(digit => digit.Value));
        PixelBox eight = digits[1].Box; // five dots by seven, eleven dots from the left, three from the top
        Assert.InRange(eight.X, (11 * 120) - 6, (11 * 120) + 6);
        Assert.InRange(eight.Right, (16 * 120) - 6, (16 * 120) + 6);
        Assert.InRange(eight.Y, (3 * 120) - 6, (3 * 120) + 6);
        Assert.InRange(eight.Bottom, (10 * 120) - 6, (10 * 120) + 6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(255)]
    public void Read_BlankPage_IsBlank(byte level) => Assert.True(Reader.Read(Pictures.Flat(300, 200, level)).IsBlank);

    [Theory]
    [InlineData(0.9, 0.35, Decision.Accept)]
    [InlineData(0.92, 0.35, Decision.Unsure)]
    [InlineData(0.5, 0.95, Decision.NotADigit)]
    public void Read_Thresholds_Decide(double minConfidence, double minDigit, Decision expected)
    {
        var reader = new DigitReader(
            GlyphPictures.Classify, new ReadingOptions { MinConfidence = minConfidence, MinDigitProbability = minDigit });

        Assert.Equal(expected, Assert.Single(reader.Read(GlyphPictures.Ink("5", 4)).Numbers).Decision);
    }

    [Fact]
    public void Read_Alternatives_AreAtMostThreeAndSorted()
    {
        static void Wavering(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit)
        {
            ReadOnlySpan<float> levels = [0.05f, 0.3f, 0, 0.0005f, 0.1f, 0.5f, 0.0495f, 0, 0, 0];
            levels.CopyTo(probabilities);
            notADigit.Clear();
        }

        ReadDigit digit = new DigitReader(Wavering).Read(GlyphPictures.Ink("8", 4)).Numbers[0].Digits[0];

        Assert.Equal(5, digit.Value);
        Assert.Equal(0.5, digit.Confidence, 1e-6);
        Assert.Equal([1, 4, 0], digit.Alternatives.Select(other => other.Value));
    }

    [Fact]
    public void Read_FileStreamAndColour_SayTheSame()
    {
        byte[] png = PngEncoder.Encode(GlyphPictures.Photo("271", 3, seed: 8));
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, png);
        try
        {
            Assert.Equal("271", Reader.Read(path).Numbers[0].Text);
            using var stream = new MemoryStream(png);
            Assert.Equal("271", Reader.Read(stream).Numbers[0].Text);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // What a picture folder makes of a file, a reader that is asked for one digit makes of it as well; and any reader of a picture that has room for one only.
    [Theory]
    [InlineData(1, 4)]
    [InlineData(1000, 1)]
    public void Read_PictureOfOneDigit_SeesThePixelsOfAPictureFolder(int maxDigits, int scale)
    {
        using var folder = new TempFolder();
        DigitSet digits = DrawnDigits.Create(40, seed: 17);
        for (int i = 0; i < digits.Count; i++)
        {
            GrayImage picture = Resample.Bilinear(new GrayImage(DigitInput.Side, DigitInput.Side, digits.Pixels(i).ToArray()), scale * DigitInput.Side, scale * DigitInput.Side);
            folder.Write(Path.Combine($"{digits.Labels[i]}", $"{i}.png"), PngEncoder.Encode(i % 2 == 0 ? picture : Pictures.Negative(picture)));
        }

        byte[] seen = [];
        var reader = new DigitReader(
            (pixels, probabilities, notADigit) =>
            {
                seen = pixels.ToArray();
                GlyphPictures.Classify(pixels, probabilities, notADigit);
            },
            new ReadingOptions { MaxDigits = maxDigits });

        DigitSet set = DigitSource.Open(folder.Path).ForEvaluation;

        Assert.Equal(digits.Count, set.Count);
        for (int i = 0; i < set.Count; i++)
        {
            reader.Read(set.Source(i)!);
            Assert.Equal(set.Pixels(i).ToArray(), seen);
        }
    }

    // The stroke model's numbers: as many digits and groups are found as were drawn, and in their places.
    [Fact]
    public void Read_DrawnNumbers_AreParsedAsWritten()
    {
        string[] texts = ["1450", "8", "20 375", "6098\n17", "3141592"];
        int right = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            string text = texts[seed % texts.Length];
            PictureReading reading = Reader.Read(DrawnDigits.DrawNumber(text, 60 + seed, seed));
            right += reading.Numbers.Select(number => number.Text.Length).SequenceEqual(text.Split(' ', '\n').Select(part => part.Length)) ? 1 : 0;
        }

        Assert.InRange(right, 54, 60);
    }

    [Fact]
    public void Read_AnyPicture_NeverThrowsAndStaysInside()
    {
        var random = new SeededRandom(14);
        for (int i = 0; i < 1500; i++)
        {
            GrayImage picture = Pictures.Any(random);

            PictureReading reading = Reader.Read(picture);

            var whole = new PixelBox(0, 0, picture.Width, picture.Height);
            foreach (ReadDigit digit in reading.Numbers.SelectMany(number => number.Digits))
            {
                Assert.False(digit.Box.IsEmpty);
                Assert.Equal(whole, whole.Union(digit.Box));
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5000)]
    [InlineData(5000, 1)]
    [InlineData(3000, 2)]
    [InlineData(1700, 1700)]
    public void Read_NoiseOfExtremeSize_Ends(int width, int height)
    {
        var reader = new DigitReader(GlyphPictures.Classify, new ReadingOptions { MaxDigits = 20 });

        PictureReading reading = reader.Read(Pictures.Noise(width, height, new SeededRandom(15)));

        Assert.InRange(reading.Numbers.Sum(number => number.Digits.Count), 0, 20);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DigitReader(GlyphPictures.Classify, new ReadingOptions { MinConfidence = 1.1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DigitReader(GlyphPictures.Classify, new ReadingOptions { WorkingSide = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DigitReader(GlyphPictures.Classify, new ReadingOptions { MaxDigits = 0 }));
    }
}
