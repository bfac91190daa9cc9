using System.IO.Compression;
using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Tests.Data.Drawn;

public sealed class DrawnDigitsTests
{
    // Total ink of a picture in full pixels (sum of grey levels / 255) in MNIST's first 12,000 training images.
    private const double LeastInk = 22;
    private const double MostInk = 270;
    private static readonly double[] MedianInk = [139, 60, 115, 110, 94, 95, 106, 89, 115, 94];

    [Fact]
    public void Create_SameSeed_SameBits()
    {
        Assert.Equal(Bytes(DrawnDigits.Create(200, seed: 5)), Bytes(DrawnDigits.Create(200, seed: 5)));
    }

    [Fact]
    public void Create_OtherSeed_SharesNoPicture()
    {
        DigitSet a = DrawnDigits.Create(200, seed: 5);
        DigitSet b = DrawnDigits.Create(200, seed: 6);

        Assert.Equal(400, Pictures(a).Concat(Pictures(b)).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(137)]
    public void Create_FewerOfTheSameSeed_IsThePrefix(int count)
    {
        byte[] prefix = Bytes(DrawnDigits.Create(200, seed: 5).Take([.. Enumerable.Range(0, count)], "prefix"));

        Assert.Equal(prefix, Bytes(DrawnDigits.Create(count, seed: 5)));
    }

    [Fact]
    public void Create_AnyPrefix_HoldsTheClassesEquallyOftenToWithinOne()
    {
        int[] counts = new int[10];
        foreach (byte label in DrawnDigits.Create(537, seed: 1).Labels)
        {
            counts[label]++;
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }
    }

    [Fact]
    public void Create_ManyPictures_ShufflesTheLabels()
    {
        byte[] labels = DrawnDigits.Create(1000, seed: 1).Labels.ToArray();

        Assert.True(labels.Chunk(10).Select(Convert.ToHexString).Distinct().Count() > 90);
    }

    [Fact]
    public void Create_Negative_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.Create(-1, seed: 0));

    [Fact]
    public void Create_EachPicture_HasAsMuchInkAsMnistHas()
    {
        DigitSet set = DrawnDigits.Create(3000, seed: 1);
        List<double>[] ink = [.. Enumerable.Range(0, 10).Select(_ => new List<double>())];
        for (int i = 0; i < set.Count; i++)
        {
            ink[set.Labels[i]].Add(set.Pixels(i).ToArray().Sum(level => level / 255.0));
        }

        Assert.All(ink.SelectMany(amounts => amounts), amount => Assert.InRange(amount, LeastInk * 0.8, MostInk * 1.2));
        for (int digit = 0; digit < 10; digit++)
        {
            double median = ink[digit].Order().ElementAt(ink[digit].Count / 2);
            Assert.InRange(median / MedianInk[digit], 0.75, 1.25);
        }
    }

    [Fact]
    public void Create_OneSeed_AnotherSeedIsReadByItsNeighbours()
    {
        double accuracy = NearestNeighbour.Accuracy(DrawnDigits.Create(2000, seed: 1), DrawnDigits.Create(500, seed: 2));

        TestContext.Current.TestOutputHelper?.WriteLine($"1-NN, drawn to drawn: {accuracy:P1}");
        Assert.True(accuracy >= 0.95, $"{accuracy:P1}");
    }

    // Real handwriting is read by its nearest drawn neighbour far oftener than by chance: the drawings look like it.
    [Fact]
    public void Create_MnistAsQuestions_IsReadByDrawnNeighbours()
    {
        byte[] pixels = Unzip("t10k-images-idx3-ubyte.gz")[16..(16 + (1000 * DigitInput.Size))];
        byte[] labels = Unzip("t10k-labels-idx1-ubyte.gz")[8..1008];

        double accuracy = NearestNeighbour.Accuracy(DrawnDigits.Create(2000, seed: 1), new DigitSet("mnist", pixels, labels));

        TestContext.Current.TestOutputHelper?.WriteLine($"1-NN, drawn to MNIST's first 1,000 test images: {accuracy:P1}");
        Assert.True(accuracy >= 0.7, $"{accuracy:P1}");
    }

    [Fact]
    public void Draw_TwiceFromOneSequence_Differs()
    {
        for (int digit = 0; digit < 10; digit++)
        {
            var random = new SeededRandom(digit);

            Assert.False(DrawnDigits.Draw(digit, 64, random).Pixels.SequenceEqual(DrawnDigits.Draw(digit, 64, random).Pixels));
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(31)]
    [InlineData(300)]
    public void Draw_AnySize_FillsThePictureAndLeavesAMargin(int size)
    {
        for (int key = 0; key < 50; key++)
        {
            GrayImage picture = DrawnDigits.Draw(key % 10, size, new SeededRandom(key));

            (int width, int height) = InkBox(picture);
            Assert.Equal((size, size), (picture.Width, picture.Height));
            Assert.InRange(Math.Max(width, height), 0.7 * size, size);
            Assert.False(size > 30 && picture.Row(0).ContainsAnyExcept((byte)0), "ink in the top row");
        }
    }

    [Fact]
    public void Draw_OutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.Draw(-1, 28, new SeededRandom(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.Draw(10, 28, new SeededRandom(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.Draw(1, 7, new SeededRandom(1)));
    }

    private static byte[] Bytes(DigitSet set) => [.. set.Labels, .. Enumerable.Range(0, set.Count).SelectMany(i => set.Pixels(i).ToArray())];

    private static IEnumerable<string> Pictures(DigitSet set) =>
        Enumerable.Range(0, set.Count).Select(i => Convert.ToHexString(set.Pixels(i)));

    private static (int Width, int Height) InkBox(GrayImage picture)
    {
        int[] columns = [.. Enumerable.Range(0, picture.Width).Where(
            x => Enumerable.Range(0, picture.Height).Any(y => picture[x, y] > 0))];
        int[] rows = [.. Enumerable.Range(0, picture.Height).Where(y => picture.Row(y).ContainsAnyExcept((byte)0))];
        return (columns[^1] - columns[0] + 1, rows[^1] - rows[0] + 1);
    }

    private static byte[] Unzip(string file)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(SharedData.Mnist, file)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
