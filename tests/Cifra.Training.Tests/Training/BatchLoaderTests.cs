using Cifra.Data;
using Cifra.Data.Drawn;
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
        var loader = new BatchLoader(Points(), Network, Plain(batchSize: 3), seed: 1);
        var x = new Tensor(new Shape(3, 1, 28, 28));
        x.Values.Fill(float.NaN);

        loader.Load(epoch: 0, start: 5, x, new Workers(1));

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
        Recipe recipe = Plain(batchSize: 33) with { Augmentation = new Augmentation { Shift = 2, Elastic = 0.5, Thickness = 0.5 }, SceneShare = 0.5, NonDigitShare = 0.5 };
        float[] first = Batch(new BatchLoader(digits, Network, recipe, 1), epoch: 3, threads: 1);
        var used = new BatchLoader(digits, Network, recipe, 1);
        Batch(used, epoch: 2, threads: 2);

        Bits.AssertSame(first, Batch(used, epoch: 3, threads: 3));
        Assert.NotEqual(first, Batch(used, epoch: 4, threads: 1));
        Assert.NotEqual(
            first, Batch(new BatchLoader(digits, Network, recipe with { MildEpochs = recipe.Epochs, MildStrength = 0.5 }, 1), epoch: 3, threads: 1));
    }

    [Fact]
    public void Load_NonDigits_ComeAfterTheDigitsWithALabelOfTheirOwnAndNeverTwice()
    {
        var loader = new BatchLoader(DrawnDigits.Create(40, seed: 2), Network, Plain(batchSize: 16) with { NonDigitShare = 0.25 }, seed: 1);
        var x = new Tensor(new Shape(1, 1, 28, 28));
        HashSet<string> seen = [];
        int blank = 0;

        for (int start = 0; start < 40; start += 16)
        {
            byte[] labels = loader.Load(epoch: 0, start, x, new Workers(2)).ToArray();
            int digits = Math.Min(16, 40 - start);

            Assert.Equal(4, loader.NonDigitsOfBatch);
            Assert.Equal(digits + 4, labels.Length);
            Assert.All(labels[..digits], label => Assert.InRange(label, 0, 9));
            Assert.All(labels[digits..], label => Assert.Equal(10, label));
            float[] levels = Samples.Images(x);
            for (int n = digits; n < labels.Length; n++)
            {
                float[] picture = levels[(n * 784)..((n + 1) * 784)];
                blank += picture.Distinct().Count() == 1 ? 1 : 0;
                seen.Add(string.Join(' ', picture));
            }
        }

        Assert.True(seen.Count + blank >= 12, $"{seen.Count} different pictures of 12, {blank} of them blank");
    }

    private static Recipe Plain(int batchSize) =>
        TinyTraining.Recipe with { BatchSize = batchSize, Epochs = 10, MildEpochs = 0, Augmentation = Augmentation.None };

    private static float[] Batch(BatchLoader loader, int epoch, int threads)
    {
        var x = new Tensor(new Shape(1, 1, 28, 28));
        loader.Load(epoch, 4, x, new Workers(threads));
        return Samples.Images(x);
    }

    private static (int[] Images, byte[] Labels) Epoch(int epoch, long seed, int batchSize)
    {
        var loader = new BatchLoader(Points(), Network, Plain(batchSize), seed);
        var images = new List<int>();
        var all = new List<byte>();
        for (int start = 0; start < Count; start += batchSize)
        {
            var x = new Tensor(new Shape(1, 1, 28, 28));
            ReadOnlySpan<byte> labels = loader.Load(epoch, start, x, new Workers(2));
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
