using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Imaging.Digits;
using Cifra.Imaging.Steps;
using Cifra.Network;
using Cifra.Numerics;
using Cifra.Tests.Reading;

namespace Cifra.Tests.Imaging.Digits;

public sealed class DigitPictureTests
{
    private static readonly PixelBox Bar = new(30, 12, 5, 36);

    [Fact]
    public void Of_DarkBarOnPaper_IsThatBar()
    {
        GrayImage ink = Ink(Paper(80, 60, (_, _) => 210, ink: 60));

        Assert.Equal(Bar, PixelBox.AroundInk(ink));
        Assert.Equal(5 * 36 * 255, Pictures.Sum(ink));
    }

    // Light falls from 250 on the left to 100 on the right, ink lets a third through; or a shadow ends beside the bar.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_UnevenLight_LeavesTheSameBar(bool gradual)
    {
        GrayImage ink = Ink(Paper(80, 60, (x, _) => gradual ? 250 - (x * 150 / 79) : x < 50 ? 230 : 140, ink: -1));

        Assert.Equal(Bar, PixelBox.AroundInk(ink));
    }

    [Fact]
    public void Of_Negative_HasTheSameInk()
    {
        var random = new SeededRandom(6);
        for (int i = 0; i < 50; i++)
        {
            byte level = (byte)random.Next(20, 110);
            GrayImage picture = Paper(80, 60, (x, y) => 180 + ((x + y) / 5) + random.Next(8), level);

            byte[] expected = Ink(picture).Pixels.ToArray();
            byte[] actual = Ink(Pictures.Negative(picture)).Pixels.ToArray();

            Assert.Equal(expected, actual);
            Assert.Contains((byte)255, actual);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void Of_BlankPage_HasNoDigit(byte level)
    {
        var blank = DigitPicture.Of(Pictures.Flat(70, 40, level));
        byte[] pixels = [.. Enumerable.Repeat((byte)9, DigitInput.Size)];

        blank.Normalize(pixels);

        Assert.Null(blank.Digit);
        Assert.All(pixels, pixel => Assert.Equal(0, pixel));
    }

    [Fact]
    public void Of_NoisyBlankPageInAGradient_HasNoDigit()
    {
        var random = new SeededRandom(7);
        for (int i = 0; i < 20; i++)
        {
            float grain = 1 + (i / 4f);
            GrayImage page = Paper(200, 150, (x, y) => 150 + (x / 4) + (int)(grain * random.NextGaussian()), ink: 255, bar: new PixelBox());

            Assert.Null(DigitPicture.Of(page).Digit);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 500)]
    [InlineData(500, 1)]
    [InlineData(2, 3)]
    public void Of_TinyOrThin_KeepsTheSize(int width, int height)
    {
        GrayImage ink = Ink(Pictures.Noise(width, height, new SeededRandom(8)));

        Assert.Equal((width, height), (ink.Width, ink.Height));
    }

    [Fact]
    public void Of_AnyPicture_KeepsTheSizeAndTheSource()
    {
        var random = new SeededRandom(9);
        for (int i = 0; i < 2000; i++)
        {
            GrayImage picture = Pictures.Any(random);
            byte[] before = picture.Pixels.ToArray();

            GrayImage ink = Ink(picture);

            Assert.Equal((picture.Width, picture.Height), (ink.Width, ink.Height));
            Assert.Equal(before, picture.Pixels.ToArray());
        }
    }

    [Fact]
    public void Of_SmallPicture_SkipsWhatWouldHarmThinStrokesAndSaysSo()
    {
        var trace = new InkTrace();

        DigitPicture.Of(Pictures.Negative(GlyphPictures.Ink("7", 4)), trace);

        Assert.Equal(["grey", "page", "polarity", "light", "pattern", "ink", "rules", "straight"], trace.Steps.Select(step => step.Name));
        Assert.All(["page", "pattern", "rules", "straight"], name =>
        {
            InkStep step = trace.Steps.Single(step => step.Name == name);
            Assert.False(step.Applied);
            Assert.Contains("the picture shows one digit", step.Reason, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Of_LargePicture_LooksForAPageAndStraightensNothing()
    {
        var trace = new InkTrace();

        DigitPicture.Of(Pictures.Negative(GlyphPictures.Ink("7", 40)), trace);

        Assert.DoesNotContain("one digit", trace.Steps.Single(step => step.Name == "page").Reason, StringComparison.Ordinal);
        Assert.Contains("one digit", trace.Steps.Single(step => step.Name == "straight").Reason, StringComparison.Ordinal);
    }

    // What pattern removal took for a screen, rule removal for a rule, and straightening for a slope: thin strokes at the size of MNIST's pictures.
    [Fact]
    public void Of_ThinSlantedStrokesIn28Pixels_KeepsThemWhereTheyAre()
    {
        GrayImage paper = Pictures.Flat(28, 28, 255);
        Drawing.Stroke(paper, 6, 5, 21, 5, 1, 120);
        Drawing.Stroke(paper, 21, 5, 10, 24, 1, 90);

        GrayImage ink = Ink(paper);

        for (int i = 0; i < paper.Pixels.Length; i++)
        {
            Assert.True(paper.Pixels[i] > 200 || ink.Pixels[i] > 0, $"the stroke is lost at ({i % 28}, {i / 28})");
            Assert.True(paper.Pixels[i] < 255 || ink.Pixels[i] == 0, $"ink on paper at ({i % 28}, {i / 28})");
        }
    }

    // MNIST's own pictures come out nearly as they went in, whichever is darker.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Normalize_NormalizedDigits_AreHardlyChanged(bool negative)
    {
        DigitSet digits = DrawnDigits.Create(200, seed: 13);
        byte[] pixels = new byte[DigitInput.Size];
        double difference = 0;
        for (int i = 0; i < digits.Count; i++)
        {
            var picture = new GrayImage(DigitInput.Side, DigitInput.Side, digits.Pixels(i).ToArray());

            DigitPicture.Of(negative ? Pictures.Negative(picture) : picture).Normalize(pixels);

            difference += pixels.Zip(digits.Pixels(i).ToArray(), (a, b) => Math.Abs(a - b)).Average();
        }

        Assert.InRange(difference / digits.Count, 0, 4); // levels of 255 a pixel; a digit's mean level is about 30
    }

    private static GrayImage Ink(GrayImage picture) => DigitPicture.Of(picture).Ink.Ink;

    private static GrayImage Paper(int width, int height, Func<int, int, int> light, int ink, PixelBox? bar = null)
    {
        PixelBox box = bar ?? Bar;
        var picture = new GrayImage(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool inside = x >= box.X && x < box.Right && y >= box.Y && y < box.Bottom;
                int level = light(x, y);
                picture[x, y] = (byte)Math.Clamp(!inside ? level : ink < 0 ? level / 3 : ink, 0, 255);
            }
        }

        return picture;
    }
}
