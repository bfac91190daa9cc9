using Cifra.Imaging;
using Cifra.Reading.Plates;

namespace Cifra.Tests.Reading.Plates;

public sealed class CharacterShapesTests
{
    [Theory]
    [InlineData(6, 8, false)]
    [InlineData(6, 9, true)]
    [InlineData(20, 46, true)]
    [InlineData(20, 47, false)]
    [InlineData(27, 20, true)]   // 1.35 times as wide as high
    [InlineData(28, 20, false)]
    [InlineData(2, 25, true)]    // 8 % as wide as high
    [InlineData(2, 26, false)]
    public void Find_DarkBox_IsACharacterByItsSize(int width, int height, bool expected)
    {
        GrayImage picture = Paper(200);
        var box = new PixelBox(60, 40, width, height);
        Fill(picture, box, 40);

        Assert.Equal(expected, Contains(picture, box));
    }

    // The outline of a square of 40 covers 156 of 1,600 pixels if it is one pixel thick, 304 if two; 12 % are 192.
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Find_Outline_IsACharacterIfItCoversEnough(int thickness, bool expected)
    {
        GrayImage picture = Paper(200);
        var box = new PixelBox(60, 30, 40, 40);
        Fill(picture, box, 40);
        Fill(picture, new PixelBox(60 + thickness, 30 + thickness, 40 - (2 * thickness), 40 - (2 * thickness)), 200);

        Assert.Equal(expected, Contains(picture, box));
    }

    // A box of 12x24 is 26 % of a window of 33x33: its levels deviate by 0.44 of the difference, at its corners by 0.39. Up to 2 levels are flat.
    [Theory]
    [InlineData(4, false)]
    [InlineData(6, true)]
    public void Find_FaintBox_IsNoneWhereThePaperIsFlat(int difference, bool expected)
    {
        GrayImage picture = Paper(100);
        var box = new PixelBox(60, 40, 12, 24);
        Fill(picture, box, (byte)(100 - difference));

        Assert.Equal(expected, Contains(picture, box));
    }

    [Fact]
    public void Find_Lists_AreDarkAndBrightForEachThreshold() =>
        Assert.Equal([false, true, false, true, false, true], CharacterShapes.Find(Paper(100)).Select(found => found.Bright));

    private static bool Contains(GrayImage picture, PixelBox box) => CharacterShapes.Find(picture).Any(found => !found.Bright && found.Shapes.Contains(box));

    private static GrayImage Paper(byte level)
    {
        var picture = new GrayImage(160, 120);
        picture.Pixels.Fill(level);
        return picture;
    }

    private static void Fill(GrayImage picture, PixelBox box, byte level)
    {
        for (int y = box.Y; y < box.Bottom; y++)
        {
            picture.Row(y).Slice(box.X, box.Width).Fill(level);
        }
    }
}
