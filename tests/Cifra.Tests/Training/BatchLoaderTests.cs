using Cifra.Data;
using Cifra.Network;
using Cifra.Numerics;
using Cifra.Tests.Network;
using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class BatchLoaderTests
{
    private const int Count = 100;

    private static readonly NeuralNetwork Network = ModelBytes.Network();

    [Fact]
    public void Load_Epoch_ShowsEveryPictureOnceWithItsLabel()
    {
        (int[] images, byte[] labels) = Epoch(epoch: 0, seed: 1, batchSize: 32);

        Assert.Equal(Enumerable.Range(0, Count), images.Order());
        Assert.Equal(images.Select(image => (byte)(image % 10)), labels);
        Assert.NotEqual(Enumerable.Range(0, Count), images);
    }

    [Fact]
    public void Load_AnotherEpochOrSeed_HasAnotherOrder()
    {
        int[] first = Epoch(epoch: 0, seed: 1, batchSize: 32).Images;

        Assert.NotEqual(first, Epoch(epoch: 1, seed: 1, batchSize: 32).Images);
        Assert.NotEqual(first, Epoch(epoch: 0, seed: 2, batchSize: 32).Images);
        Assert.Equal(first, Epoch(epoch: 0, seed: 1, batchSize: 7).Images);
    }

    [Fact]
    public void Load_PlainPictures_AreNormalisedAndTheOtherLanesZero()
    {
        var loader = new BatchLoader(Points(), Network, Augmentation.None, seed: 1);
        var x = new Tensor(new Shape(3, 1, 28, 28));
        x.Values.Fill(float.NaN);
        byte[] labels = new byte[3];

        loader.Load(epoch: 0, start: 5, plain: true, x, labels, new Workers(1));

        // Black is (0 - 0.1307)/0.3081 and full ink (1 - 0.1307)/0.3081.
        float[] levels = [.. Samples.Images(x).Distinct().Order()];
        Assert.Equal(2, levels.Length);
        Assert.Equal(-0.42421293, levels[0], 1e-6);
        Assert.Equal(2.8214866, levels[1], 1e-6);
        for (int lane = 3; lane < Tensor.Lanes; lane++)
        {
            Assert.All(Enumerable.Range(0, 784), p => Assert.Equal(0, x.Values[(p * Tensor.Lanes) + lane]));
        }
    }

    [Fact]
    public void Load_Augmented_DependsOnEpochButNotOnThreadsOrOrderOfLoading()
    {
        DigitSet digits = DrawnDigits.Create(40, seed: 2);
        var augmentation = new Augmentation { Shift = 2, Elastic = 0.5 };
        float[] first = Batch(new BatchLoader(digits, Network, augmentation, 1), epoch: 3, plain: false, threads: 1);
        var used = new BatchLoader(digits, Network, augmentation, 1);
        Batch(used, epoch: 2, plain: false, threads: 2);

        Bits.AssertSame(first, Batch(used, epoch: 3, plain: false, threads: 3));
        Assert.NotEqual(first, Batch(used, epoch: 4, plain: false, threads: 1));
        Assert.NotEqual(first, Batch(used, epoch: 3, plain: true, threads: 1));
    }

    private static float[] Batch(BatchLoader loader, int epoch, bool plain, int threads)
    {
        var x = new Tensor(new Shape(33, 1, 28, 28));
        loader.Load(epoch, 4, plain, x, new byte[33], new Workers(threads));
        return Samples.Images(x);
    }

    private static (int[] Images, byte[] Labels) Epoch(int epoch, long seed, int batchSize)
    {
        var loader = new BatchLoader(Points(), Network, Augmentation.None, seed);
        var images = new List<int>();
        var all = new List<byte>();
        byte[] labels = new byte[batchSize];
        for (int start = 0; start < Count; start += batchSize)
        {
            var x = new Tensor(new Shape(Math.Min(batchSize, Count - start), 1, 28, 28));
            loader.Load(epoch, start, plain: false, x, labels, new Workers(2));
            float[] levels = Samples.Images(x);
            for (int n = 0; n < x.Shape.Count; n++)
            {
                images.Add(levels.AsSpan(n * 784, 784).IndexOfAnyExcept(levels[(n * 784) + 783]));
                all.Add(labels[n]);
            }
        }

        return ([.. images], [.. all]);
    }

    // Picture i is black but for one point, at place i.
    private static DigitSet Points()
    {
        byte[] pixels = new byte[Count * 784];
        for (int i = 0; i < Count; i++)
        {
            pixels[(i * 784) + i] = 255;
        }

        return new DigitSet("points", pixels, [.. Enumerable.Range(0, Count).Select(i => (byte)(i % 10))]);
    }
}
