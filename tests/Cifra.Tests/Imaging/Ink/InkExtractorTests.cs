using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging.Ink;

public sealed class InkExtractorTests
{
    private static readonly PixelBox Bar = new(30, 12, 5, 36);

    [Fact]
    public void Extract_DarkBarOnPaper_IsThatBar()
    {
        GrayImage ink = InkExtractor.Extract(Paper(80, 60, (_, _) => 210, ink: 60));

        Assert.Equal(Bar, PixelBox.AroundInk(ink));
        Assert.Equal(5 * 36 * 255, Pictures.Sum(ink));
    }

    [Fact]
    public void Extract_Shadow_LeavesTheSameBar()
    {
        // light falls from 250 on the left to 100 on the right, ink lets a third through
        GrayImage ink = InkExtractor.Extract(Paper(80, 60, (x, _) => 250 - (x * 150 / 79), ink: -1));

        Assert.Equal(Bar, PixelBox.AroundInk(ink));
    }

    [Fact]
    public void Extract_EdgeOfAShadow_IsNotInk()
    {
        GrayImage ink = InkExtractor.Extract(Paper(80, 60, (x, _) => x < 50 ? 230 : 140, ink: -1));

        Assert.Equal(Bar, PixelBox.AroundInk(ink));
    }

    [Fact]
    public void Extract_Negative_HasTheSameInk()
    {
        var random = new SeededRandom(6);
        for (int i = 0; i < 50; i++)
        {
            byte level = (byte)random.Next(20, 110);
            GrayImage picture = Paper(80, 60, (x, y) => 180 + ((x + y) / 5) + random.Next(8), level);

            byte[] expected = InkExtractor.Extract(picture).Pixels.ToArray();
            byte[] actual = InkExtractor.Extract(Pictures.Negative(picture)).Pixels.ToArray();

            Assert.Equal(expected, actual);
            Assert.Contains((byte)255, actual);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void Extract_BlankPage_HasNoInk(byte level) =>
        Assert.Equal(0, Pictures.Sum(InkExtractor.Extract(Pictures.Flat(70, 40, level))));

    [Fact]
    public void Extract_NoisyBlankPageInAGradient_HasNoInk()
    {
        var random = new SeededRandom(7);
        for (int i = 0; i < 20; i++)
        {
            float grain = 1 + (i / 4f);
            GrayImage page = Paper(200, 150, (x, y) => 150 + (x / 4) + (int)(grain * random.NextGaussian()), ink: 255, bar: new PixelBox());

            Assert.Equal(0, Pictures.Sum(InkExtractor.Extract(page)));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 500)]
    [InlineData(500, 1)]
    [InlineData(2, 3)]
    public void Extract_TinyOrThin_KeepsTheSize(int width, int height)
    {
        GrayImage ink = InkExtractor.Extract(Pictures.Noise(width, height, new SeededRandom(8)));

        Assert.Equal((width, height), (ink.Width, ink.Height));
    }

    [Fact]
    public void Extract_AnyPicture_KeepsTheSizeAndTheSource()
    {
        var random = new SeededRandom(9);
        for (int i = 0; i < 2000; i++)
        {
            GrayImage picture = Pictures.Any(random);
            byte[] before = picture.Pixels.ToArray();

            GrayImage ink = InkExtractor.Extract(picture);

            Assert.Equal((picture.Width, picture.Height), (ink.Width, ink.Height));
            Assert.Equal(before, picture.Pixels.ToArray());
        }
    }

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
