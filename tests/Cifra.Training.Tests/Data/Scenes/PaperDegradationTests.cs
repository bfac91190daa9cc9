using Cifra.Data.Drawn;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Tests.Data.Scenes;

public sealed class PaperDegradationTests
{
    [Fact]
    public void Take_EvenLightNoNoise_IsPaperAndInk()
    {
        var ink = new GrayImage(4, 2, [0, 255, 0, 51, 255, 0, 0, 0]);

        GrayImage dark = new PaperDegradation { Paper = 200, Contrast = 0.5f }.Take(ink, new SeededRandom(1));
        GrayImage bright = new PaperDegradation { Paper = 200, Contrast = 0.5f, Inverted = true }.Take(ink, new SeededRandom(1));

        Assert.Equal([200, 100, 200, 180, 100, 200, 200, 200], dark.Pixels.ToArray()); // 51 is a fifth of the ink: 200·(1 − 0.5·0.2)
        Assert.Equal([55, 155, 55, 75, 155, 55, 55, 55], bright.Pixels.ToArray());
    }

    [Fact]
    public void Take_Shadow_OneSideIsDarkerByAboutItsDepth()
    {
        GrayImage picture = new PaperDegradation { Paper = 200, Contrast = 0.5f, Shadow = 0.5f }.Take(new GrayImage(60, 60), new SeededRandom(4));

        Assert.InRange(picture.Pixels.ToArray().Max(), 180, 200);
        Assert.InRange(picture.Pixels.ToArray().Min(), 100, 120);
    }

    [Fact]
    public void Follow_DarkDigitOnPaper_IsTheDigitNormalized()
    {
        GrayImage ink = DrawnDigits.Draw(3, 60, new SeededRandom(2));
        GrayImage photo = new PaperDegradation { Paper = 220, Contrast = 0.8f, Noise = 2 }.Take(ink, new SeededRandom(3));
        byte[] picture = new byte[DigitInput.Size];

        Assert.True(ScenePath.Follow(photo, ink, picture));

        byte[] clean = DigitNormalizer.Normalize(ink).Pixels.ToArray();
        double apart = picture.Zip(clean, (a, b) => Math.Abs(a - b)).Average();
        Assert.True(apart < 12, $"mean difference {apart}");
    }

    [Fact]
    public void Follow_InkElsewhereThanTheTruth_IsNotTheDigit()
    {
        var ink = new GrayImage(80, 40);
        var truth = new GrayImage(80, 40);
        for (int y = 8; y < 32; y++)
        {
            ink.Row(y)[20..26].Fill(255);
            truth.Row(y)[60..66].Fill(255);
        }

        GrayImage photo = new PaperDegradation { Paper = 220, Contrast = 0.8f, Noise = 2 }.Take(ink, new SeededRandom(3));

        Assert.False(ScenePath.Follow(photo, truth, new byte[DigitInput.Size]));
    }

    [Fact]
    public void BlockCompression_VeryFine_ChangesNothingVisible()
    {
        GrayImage picture = Noisy();
        byte[] before = picture.Pixels.ToArray();

        BlockCompression.Apply(picture, 0.01f);

        Assert.All(before.Zip(picture.Pixels.ToArray()), pair => Assert.InRange(pair.Second - pair.First, -1, 1));
    }

    [Fact]
    public void BlockCompression_VeryCoarse_LeavesEachBlockItsMean()
    {
        GrayImage picture = Noisy();
        byte[] before = picture.Pixels.ToArray();

        BlockCompression.Apply(picture, 200);

        // The mean's weight is 8 means, rounded to 400s: the block becomes flat, at a multiple of 50.
        for (int x = 0; x < 16; x += 8)
        {
            byte[] block = [.. Enumerable.Range(0, 64).Select(i => picture[x + (i % 8), i / 8])];
            double mean = Enumerable.Range(0, 64).Average(i => (double)before[(i / 8 * 20) + x + (i % 8)]);
            Assert.Single(block.Distinct());
            Assert.Equal(50 * Math.Round(mean / 50), block[0], tolerance: 1);
        }

        Assert.Equal(before[16..20], picture.Row(0)[16..].ToArray()); // not a whole block
    }

    // 20x8: two whole blocks and a rest.
    private static GrayImage Noisy()
    {
        var picture = new GrayImage(20, 8);
        var random = new SeededRandom(7);
        foreach (ref byte pixel in picture.Pixels)
        {
            pixel = (byte)random.Next(90, 160);
        }

        return picture;
    }
}
