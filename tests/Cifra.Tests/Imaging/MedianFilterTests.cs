using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging;

public sealed class MedianFilterTests
{
    [Fact]
    public void Apply_AnyPicture_IsTheMiddleOfTheSortedSquare()
    {
        var random = new SeededRandom(11);
        for (int i = 0; i < 100; i++)
        {
            GrayImage picture = Pictures.Any(random);

            GrayImage result = MedianFilter.Apply(picture);

            for (int y = 0; y < picture.Height; y++)
            {
                for (int x = 0; x < picture.Width; x++)
                {
                    Assert.Equal(Middle(picture, x, y), result[x, y]);
                }
            }
        }
    }

    [Fact]
    public void Apply_OneBrightGrain_VanishesAndAStrokeOfThreeStays()
    {
        var picture = new GrayImage(12, 9);
        picture[2, 4] = 255;
        for (int y = 0; y < picture.Height; y++)
        {
            picture.Row(y)[7..10].Fill(200);
        }

        GrayImage result = MedianFilter.Apply(picture);

        Assert.Equal(0, result[2, 4]);
        Assert.Equal(200, result[8, 4]);
    }

    private static byte Middle(GrayImage picture, int x, int y)
    {
        List<byte> square = [];
        for (int v = Math.Max(0, y - 2); v <= Math.Min(picture.Height - 1, y + 2); v++)
        {
            for (int u = Math.Max(0, x - 2); u <= Math.Min(picture.Width - 1, x + 2); u++)
            {
                square.Add(picture[u, v]);
            }
        }

        square.Sort();
        return square[square.Count / 2];
    }
}
