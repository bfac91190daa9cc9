using System.Globalization;
using System.IO.Compression;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Imaging;

public sealed class DigitNormalizerTests
{
    // The 10,000 test pictures come out as they went in, but for the three whose longer side is 19 and not 20.
    [Fact]
    public void Normalize_MnistTestPicture_StaysAsItIs()
    {
        byte[] pixels = ReadMnist("t10k-images-idx3-ubyte.gz");
        double worst = 0;
        double sum = 0;
        int changed = 0;
        int count = pixels.Length / 784;
        byte[] again = new byte[784];
        for (int n = 0; n < count; n++)
        {
            byte[] picture = pixels[(n * 784)..((n + 1) * 784)];
            DigitNormalizer.Normalize(new GrayImage(28, 28, picture), again);
            double difference = MeanDifference(picture, again);
            worst = Math.Max(worst, difference);
            sum += difference;
            changed += difference > 0 ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{count} pictures: mean difference {sum / count:F5} levels, worst {worst:F2}, changed {changed}"));
        Assert.Equal(10_000, count);
        Assert.True(changed <= 3, $"{changed} pictures changed");
        Assert.InRange(sum / count, 0, 0.01);
    }

    // Three times as large and anywhere on a page, a digit shrinks back to what it was: enlarging by whole pixels loses nothing.
    [Fact]
    public void Normalize_MnistPictureEnlargedAndMoved_ComesBackExactly()
    {
        byte[] pixels = ReadMnist("t10k-images-idx3-ubyte.gz");
        var random = new SeededRandom(4);
        int exact = 0;
        for (int n = 0; n < 500; n++)
        {
            byte[] picture = pixels[(n * 784)..((n + 1) * 784)];
            GrayImage large = Resample.Area(new GrayImage(28, 28, picture), 84, 84);
            var page = new GrayImage(200, 150);
            int left = random.Next(100);
            int top = random.Next(60);
            for (int y = 0; y < 84; y++)
            {
                large.Row(y).CopyTo(page.Row(top + y).Slice(left, 84));
            }

            exact += DigitNormalizer.Normalize(page).Pixels.SequenceEqual(picture) ? 1 : 0;
        }

        Assert.InRange(exact, 499, 500);
    }

    [Fact]
    public void Normalize_Blank_StaysBlank() =>
        Assert.Equal(new byte[784], DigitNormalizer.Normalize(new GrayImage(300, 5)).Pixels.ToArray());

    [Fact]
    public void Normalize_OneGreyPixel_BecomesASquareOfThatGrey()
    {
        var dot = new GrayImage(50, 50);
        dot[3, 40] = 90;

        GrayImage result = DigitNormalizer.Normalize(dot);

        // 20x20, its centre of mass 9.5 pixels from its edge; 13.5 is the place in [13.5, 14.5), hence the edge at 4
        Assert.Equal(new PixelBox(4, 4, 20, 20), PixelBox.AroundInk(result));
        Assert.Equal(400 * 90, Pictures.Sum(result));
    }

    [Fact]
    public void Normalize_LongBar_KeepsItsAspect()
    {
        GrayImage bar = Pictures.Flat(15, 100, 255);

        GrayImage result = DigitNormalizer.Normalize(bar);

        Assert.Equal(new PixelBox(13, 4, 3, 20), PixelBox.AroundInk(result)); // 15:100 is 3:20; centre 14 lies in its middle column
    }

    [Fact]
    public void Normalize_HeavyCorner_IsNotCutOff()
    {
        var picture = new GrayImage(20, 20);
        for (int i = 0; i < 20; i++)
        {
            picture[i, 19] = 1;
            picture[0, i] = 255;
        }

        GrayImage result = DigitNormalizer.Normalize(picture);

        Assert.Equal(Pictures.Sum(picture), Pictures.Sum(result));
    }

    [Fact]
    public void Normalize_AnyPicture_FillsTheBoxAndCentresTheMass()
    {
        var random = new SeededRandom(5);
        for (int i = 0; i < 500; i++)
        {
            GrayImage picture = Pictures.Any(random);
            if (PixelBox.AroundInk(picture).IsEmpty)
            {
                continue;
            }

            GrayImage result = DigitNormalizer.Normalize(picture);

            PixelBox box = PixelBox.AroundInk(result);
            Assert.True(box.Width <= 20 && box.Height <= 20, $"{picture.Width}x{picture.Height} came out as {box}");
        }
    }

    [Fact]
    public void Normalize_WrongSpan_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => DigitNormalizer.Normalize(new GrayImage(1, 1), new byte[783]));

        Assert.Contains("784 pixels; got 783", error.Message, StringComparison.Ordinal);
    }

    private static double MeanDifference(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        long sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += Math.Abs(left[i] - right[i]);
        }

        return (double)sum / left.Length;
    }

    private static byte[] ReadMnist(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(SharedData.Mnist, name));
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var all = new MemoryStream();
        unpacked.CopyTo(all);
        return all.ToArray()[16..]; // the header: magic, count, rows, columns
    }
}
