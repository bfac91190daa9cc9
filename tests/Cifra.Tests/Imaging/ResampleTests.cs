using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging;

public sealed class ResampleTests
{
    [Fact]
    public void Area_HalfTheSize_IsTheMeanOfFour()
    {
        var picture = new GrayImage(4, 2, [0, 10, 100, 100, 20, 30, 100, 200]);

        GrayImage half = Resample.Area(picture, 2, 1);

        Assert.Equal([15, 125], half.Pixels.ToArray()); // (0+10+20+30)/4, (100+100+100+200)/4
    }

    [Fact]
    public void Area_ThreeToTwo_SharesTheMiddlePixel()
    {
        var picture = new GrayImage(3, 1, [0, 90, 210]);

        GrayImage two = Resample.Area(picture, 2, 1);

        Assert.Equal([30, 170], two.Pixels.ToArray()); // (0 + 90/2)/1.5, (90/2 + 210)/1.5
    }

    [Fact]
    public void Area_WholeMultiple_RepeatsPixels()
    {
        var picture = new GrayImage(2, 1, [7, 200]);

        GrayImage big = Resample.Area(picture, 6, 2);

        Assert.Equal([7, 7, 7, 200, 200, 200, 7, 7, 7, 200, 200, 200], big.Pixels.ToArray());
    }

    [Fact]
    public void Area_AnySizes_KeepsTheMeanAndEqualsTheDefinition()
    {
        var random = new SeededRandom(1);
        for (int i = 0; i < 300; i++)
        {
            GrayImage picture = Pictures.Any(random);
            int width = 1 + random.Next(70);
            int height = 1 + random.Next(70);

            GrayImage result = Resample.Area(picture, width, height);

            double before = (double)Pictures.Sum(picture) / (picture.Width * picture.Height);
            double after = (double)Pictures.Sum(result) / (width * height);
            Assert.InRange(after, before - 0.5, before + 0.5); // each new pixel is rounded by half a level at most
            int x = random.Next(width);
            int y = random.Next(height);
            Assert.InRange(result[x, y] - MeanByDefinition(picture, width, height, x, y), -0.5000001, 0.5000001);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Either_SameSize_ChangesNothing(bool area)
    {
        GrayImage picture = Pictures.Noise(13, 7, new SeededRandom(2));

        GrayImage same = area ? Resample.Area(picture, 13, 7) : Resample.Bilinear(picture, 13, 7);

        Assert.Equal(picture.Pixels.ToArray(), same.Pixels.ToArray());
    }

    [Fact]
    public void Bilinear_TwiceTheSize_MixesQuarters()
    {
        var picture = new GrayImage(2, 1, [0, 200]);

        GrayImage big = Resample.Bilinear(picture, 4, 1);

        Assert.Equal([0, 50, 150, 200], big.Pixels.ToArray()); // centres at −¼ (edge), ¼, ¾, 1¼ (edge)
    }

    [Fact]
    public void Bilinear_AnySizes_StaysBetweenDarkestAndBrightest()
    {
        var random = new SeededRandom(3);
        for (int i = 0; i < 300; i++)
        {
            GrayImage picture = Pictures.Any(random);

            GrayImage result = Resample.Bilinear(picture, 1 + random.Next(70), 1 + random.Next(70));

            byte[] levels = picture.Pixels.ToArray();
            Assert.All(result.Pixels.ToArray(), level => Assert.InRange(level, levels.Min(), levels.Max()));
        }
    }

    [Fact]
    public void Either_NoSize_IsRefused()
    {
        var picture = new GrayImage(2, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => Resample.Area(picture, 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Resample.Bilinear(picture, 5, -1));
    }

    private static double MeanByDefinition(GrayImage picture, int width, int height, int x, int y)
    {
        double left = (double)x * picture.Width / width;
        double right = (x + 1.0) * picture.Width / width;
        double top = (double)y * picture.Height / height;
        double bottom = (y + 1.0) * picture.Height / height;
        double sum = 0;
        for (int v = 0; v < picture.Height; v++)
        {
            for (int u = 0; u < picture.Width; u++)
            {
                double across = Math.Max(0, Math.Min(right, u + 1) - Math.Max(left, u));
                double down = Math.Max(0, Math.Min(bottom, v + 1) - Math.Max(top, v));
                sum += across * down * picture[u, v];
            }
        }

        return sum / ((right - left) * (bottom - top));
    }
}
