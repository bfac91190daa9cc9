using Cifra.Data;
using Cifra.Data.Mnist;
using Cifra.Network;

namespace Cifra.Tests.Data;

public sealed class StratifiedSplitTests
{
    [Fact]
    public void Split_MnistTrain_GivesEachClassItsShare()
    {
        DigitSet set = MnistData.LoadTrain(new MnistLocation { DataDir = SharedData.Mnist });

        (DigitSet train, DigitSet held) = StratifiedSplit.Split(set, 5_000, seed: 1);

        // 5923 * 5000 / 60000 = 493.58 and so on; the six places left go to classes 3, 1, 4, 5, 9 and, of 0 and 8 that tie, 0
        Assert.Equal([494, 562, 496, 511, 487, 452, 493, 522, 487, 496], DigitStatistics.Of(held).ClassCounts);
        Assert.Equal((55_000, 5_000), (train.Count, held.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(29)]
    [InlineData(30)]
    public void Split_AnyCount_PartsAreTheSetInItsOrder(int count)
    {
        DigitSet set = Numbered(30);

        (DigitSet train, DigitSet held) = StratifiedSplit.Split(set, count, seed: 3);

        Assert.Equal(count, held.Count);
        Assert.Equal(Numbers(held).Order(), Numbers(held));
        Assert.Equal(Numbers(train).Order(), Numbers(train));
        Assert.Equal(Numbers(set), Numbers(train).Concat(Numbers(held)).Order());
    }

    [Fact]
    public void Split_Seed_DecidesWhich()
    {
        DigitSet set = Numbered(200);

        Assert.Equal(Numbers(StratifiedSplit.Split(set, 50, 1).Held), Numbers(StratifiedSplit.Split(set, 50, 1).Held));
        Assert.NotEqual(Numbers(StratifiedSplit.Split(set, 50, 1).Held), Numbers(StratifiedSplit.Split(set, 50, 2).Held));
    }

    [Fact]
    public void Split_ManySeeds_EveryPictureIsHeldAboutAsOften()
    {
        DigitSet set = Numbered(40);
        int[] times = new int[40];
        for (int seed = 0; seed < 1_000; seed++)
        {
            foreach (int number in Numbers(StratifiedSplit.Split(set, 10, seed).Held))
            {
                times[number]++;
            }
        }

        // a quarter of 1000 each, deviation 13.7; six deviations either way
        Assert.All(times, count => Assert.InRange(count, 168, 332));
    }

    [Fact]
    public void Split_ImpossibleRequest_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedSplit.Split(Numbered(5), 6, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedSplit.Split(Numbered(5), -1, 1));
        Assert.Throws<ArgumentException>(() => StratifiedSplit.Split(new DigitSet("x", new byte[784], null), 1, 1));
    }

    // The first pixel of a picture is its number, its label the number's last digit.
    private static DigitSet Numbered(int count)
    {
        byte[] pixels = new byte[count * DigitInput.Size];
        for (int i = 0; i < count; i++)
        {
            pixels[i * DigitInput.Size] = (byte)i;
        }

        return new DigitSet("numbered", pixels, [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))]);
    }

    private static int[] Numbers(DigitSet set) => [.. Enumerable.Range(0, set.Count).Select(i => (int)set.Pixels(i)[0])];
}
