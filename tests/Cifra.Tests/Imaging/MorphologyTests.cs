using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging;

public sealed class MorphologyTests
{
    [Fact]
    public void Dilate_AnyPictureAndRadius_IsTheBrightestOfTheSquare()
    {
        var random = new SeededRandom(10);
        for (int i = 0; i < 300; i++)
        {
            GrayImage picture = Pictures.Any(random);
            int radius = random.Next(30);

            GrayImage result = Morphology.Dilate(picture, radius);

            int x = random.Next(picture.Width);
            int y = random.Next(picture.Height);
            int brightest = 0;
            for (int v = Math.Max(0, y - radius); v <= Math.Min(picture.Height - 1, y + radius); v++)
            {
                for (int u = Math.Max(0, x - radius); u <= Math.Min(picture.Width - 1, x + radius); u++)
                {
                    brightest = Math.Max(brightest, picture[u, v]);
                }
            }

            Assert.Equal(brightest, result[x, y]);
        }
    }

    [Fact]
    public void Close_NarrowDarkLine_IsFilledAndAWideOneStays()
    {
        var picture = new GrayImage(12, 1, [9, 9, 1, 1, 9, 9, 2, 2, 2, 2, 9, 9]);

        GrayImage closed = Morphology.Close(picture, 1);

        Assert.Equal([9, 9, 9, 9, 9, 9, 2, 2, 2, 2, 9, 9], closed.Pixels.ToArray());
    }
}
