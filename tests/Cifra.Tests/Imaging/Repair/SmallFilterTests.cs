using Cifra.Imaging;
using Cifra.Imaging.Repair;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging.Repair;

/// <summary>The filters of a few pixels: median, binomial, patches.</summary>
public sealed class SmallFilterTests
{
    [Fact]
    public void Median_SinglePixels_VanishAndAStrokeOfThreeStays()
    {
        GrayImage picture = Stroke();
        picture[3, 3] = 255;

        GrayImage result = SmallMedian.Apply(picture);

        Assert.Equal(0, result[3, 3]);
        Assert.Equal(255, result[14, 14]);
        Assert.Equal(255, result[13, 14]);
    }

    [Fact]
    public void RemoveSpecks_BrightAndDarkPixel_AreFilledFromAround()
    {
        GrayImage picture = Stroke();
        picture[3, 3] = 200;
        picture[14, 14] = 0;

        GrayImage result = SmallMedian.RemoveSpecks(picture, 60);

        Assert.Equal(0, result[3, 3]);
        Assert.Equal(255, result[14, 14]);
    }

    [Fact]
    public void RemoveSpecks_ThinLine_Stays()
    {
        var picture = new GrayImage(28, 28);
        picture.Row(14)[4..24].Fill(255);

        Assert.Equal(255, SmallMedian.RemoveSpecks(picture, 60)[14, 14]);
        Assert.Equal(0, SmallMedian.Apply(picture)[14, 14]);
    }

    [Fact]
    public void RemoveSpecks_BelowTheHeight_Stay()
    {
        var picture = new GrayImage(5, 5);
        picture[2, 2] = 60;

        Assert.Equal(60, SmallMedian.RemoveSpecks(picture, 60)[2, 2]);
        Assert.Equal(0, SmallMedian.RemoveSpecks(picture, 59)[2, 2]);
    }

    [Fact]
    public void Binomial_OnePixel_SpreadsBy121()
    {
        var picture = new GrayImage(5, 5);
        picture[2, 2] = 160;

        GrayImage once = Binomial.Smooth(picture, 1);

        Assert.Equal([0, 10, 20, 10, 0], once.Row(1).ToArray());
        Assert.Equal([0, 20, 40, 20, 0], once.Row(2).ToArray());
        Assert.Equal(picture.Pixels.ToArray(), Binomial.Smooth(picture, 0).Pixels.ToArray());
        Assert.Equal(Binomial.Smooth(once, 1).Pixels.ToArray(), Binomial.Smooth(picture, 2).Pixels.ToArray());
    }

    [Theory]
    [InlineData(28, 28)]
    [InlineData(5, 3)]
    [InlineData(1, 1)]
    public void PatchMeans_AnyPicture_IsTheWeightedMeanOfLikePatches(int width, int height)
    {
        GrayImage picture = Pictures.Noise(width, height, new SeededRandom(5));

        GrayImage result = PatchMeans.Smooth(picture, 80);

        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Assert.Equal(PatchMean(picture, x, y, 80), result[x, y]);
            }
        }
    }

    [Fact]
    public void PatchMeans_NoisyEdge_KeepsTheEdge()
    {
        var random = new SeededRandom(6);
        var picture = new GrayImage(28, 28);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            picture.Pixels[i] = (byte)Math.Clamp((i % 28 < 14 ? 60 : 200) + (15 * random.NextGaussian()), 0, 255);
        }

        GrayImage result = PatchMeans.Smooth(picture, 40);

        for (int y = 0; y < 28; y++)
        {
            Assert.InRange(result[10, y], 45, 75);
            Assert.InRange(result[17, y], 185, 215);
        }
    }

    // The definition, pixel by pixel.
    private static byte PatchMean(GrayImage picture, int x, int y, double height)
    {
        long weights = 2048;
        long sum = 2048 * picture[x, y];
        for (int v = Math.Max(0, y - 6); v <= Math.Min(picture.Height - 1, y + 6); v++)
        {
            for (int u = Math.Max(0, x - 6); u <= Math.Min(picture.Width - 1, x + 6); u++)
            {
                int distance = 0;
                for (int j = -2; j <= 2; j++)
                {
                    for (int i = -2; i <= 2; i++)
                    {
                        int difference = Clamped(picture, x + i, y + j) - Clamped(picture, u + i, v + j);
                        distance += difference * difference;
                    }
                }

                int step = (int)(distance * (64 / (height * height * 25)));
                if ((u != x || v != y) && step < 512)
                {
                    int weight = (int)Math.Round(4096 * Math.Exp(-(step + 0.5) / 64));
                    weights += weight;
                    sum += weight * picture[u, v];
                }
            }
        }

        return (byte)((sum + (weights / 2)) / weights);
    }

    private static int Clamped(GrayImage picture, int x, int y) => picture[Math.Clamp(x, 0, picture.Width - 1), Math.Clamp(y, 0, picture.Height - 1)];

    private static GrayImage Stroke()
    {
        var picture = new GrayImage(28, 28);
        for (int y = 4; y < 24; y++)
        {
            picture.Row(y)[13..16].Fill(255);
        }

        return picture;
    }
}
