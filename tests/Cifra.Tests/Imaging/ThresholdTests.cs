using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging;

public sealed class ThresholdTests
{
    // Between 40 and 200 every cut leaves the same two classes; the middle of 40..199 is 119.
    [Fact]
    public void Otsu_TwoLevels_IsTheMiddleBetweenThem() =>
        Assert.Equal(119, Threshold.Otsu(new GrayImage(5, 1, [40, 200, 40, 40, 200])));

    // By hand: cut at 0, 2·3·(0 − 14)² = 1176; cut at 2, 3·2·(2/3 − 20)² = 2243 and alike up to 19: the middle of 2..19 is 10.
    [Fact]
    public void Otsu_ThreeLevels_JoinsTheCloserTwo() =>
        Assert.Equal(10, Threshold.Otsu(new GrayImage(5, 1, [0, 0, 2, 20, 20])));

    [Fact]
    public void Otsu_OneLevel_HasNothingToPart() => Assert.Equal(255, Threshold.Otsu(Pictures.Flat(4, 4, 77)));

    [Fact]
    public void Otsu_AnyPicture_MaximisesTheVarianceBetweenClasses()
    {
        var random = new SeededRandom(11);
        for (int i = 0; i < 200; i++)
        {
            GrayImage picture = Pictures.Any(random);
            byte[] levels = picture.Pixels.ToArray();

            byte level = Threshold.Otsu(picture);

            double best = Enumerable.Range(0, 256).Max(cut => BetweenVariance(levels, cut));
            Assert.Equal(best, BetweenVariance(levels, level), best * 1e-9);
        }
    }

    [Fact]
    public void Above_Level_IsNotAboveItself() =>
        Assert.Equal([0, 0, 255], Threshold.Above(new GrayImage(3, 1, [9, 10, 11]), 10).Pixels.ToArray());

    // A square of 3 around the middle: mean (200·8 + 20)/9 = 180, deviation √((8·20² + 160²)/9) = 56.57, hence the cut at
    // 180·(1 + 0.2·(56.57/128 − 1)) = 159.9: 20 is ink, 200 is not.
    [Fact]
    public void Sauvola_OneDarkPixel_IsInkAlone()
    {
        GrayImage picture = Pictures.Flat(3, 3, 200);
        picture[1, 1] = 20;

        Assert.Equal([0, 0, 0, 0, 255, 0, 0, 0, 0], Threshold.Sauvola(picture, 1).Pixels.ToArray());
    }

    [Fact]
    public void Sauvola_StrokeUnderShadow_IsFoundWhereOtsuLosesIt()
    {
        var picture = new GrayImage(100, 30);
        for (int y = 0; y < 30; y++)
        {
            for (int x = 0; x < 100; x++)
            {
                int light = 250 - (2 * x);
                picture[x, y] = (byte)(x % 20 is >= 8 and < 11 ? light / 2 : light);
            }
        }

        GrayImage found = Threshold.Sauvola(picture, 8);

        for (int x = 5; x < 95; x++)
        {
            Assert.Equal(x % 20 is >= 8 and < 11 ? 255 : 0, found[x, 15]);
        }
    }

    [Fact]
    public void Sauvola_BadOptions_AreRefused()
    {
        var picture = new GrayImage(2, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => Threshold.Sauvola(picture, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Threshold.Sauvola(picture, 5, double.NaN));
        Assert.Equal(4, Threshold.Sauvola(picture, int.MaxValue).Pixels.Length);
    }

    private static double BetweenVariance(byte[] levels, int cut)
    {
        byte[] below = [.. levels.Where(level => level <= cut)];
        byte[] above = [.. levels.Where(level => level > cut)];
        if (below.Length == 0 || above.Length == 0)
        {
            return 0;
        }

        double difference = below.Average(level => (double)level) - above.Average(level => (double)level);
        return (double)below.Length * above.Length * difference * difference;
    }
}
