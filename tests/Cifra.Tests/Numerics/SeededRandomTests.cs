using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>
/// Sequences computed apart from this code. An empty key starts SplitMix64 at state 0, whose first outputs are widely published; the others were
/// computed in Python from the algorithm of Steele, Lea and Flood 2014 and the rule state = mix(state + golden + part) for each part of the key.
/// </summary>
public sealed class SeededRandomTests
{
    [Fact]
    public void NextBits_EmptyKey_IsThePublishedSequenceOfSeedZero() =>
        Assert.Equal([0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F, 0xF88BB8A8724C81EC], Bits(new SeededRandom()));

    [Fact]
    public void NextBits_KeyOfOne_IsAsComputed()
    {
        Assert.Equal([0x86BF2042062B0CC9, 0xB49A95E7EB5B2DB7, 0xFF5A7968CC4A2BBC, 0xEEFAEF6E07F1389B], Bits(new SeededRandom(1234567)));
        Assert.Equal([0x5DC20AA7B2A27137, 0xBDA5668A01D7049C, 0x82B43276ABB80226, 0xED4D5ED4A6EA59B4], Bits(new SeededRandom(-1)));
    }

    [Fact]
    public void NextBits_KeyOfThree_IsAsComputed() =>
        Assert.Equal([0x214D4C07ECFEAAC5, 0x6FF419CB83DFE1E6, 0xF475FF91157F0556, 0x4699FCAEEEDEE030], Bits(Three()));

    [Fact]
    public void Restart_AfterUse_IsAsNew()
    {
        var random = new SeededRandom(9);
        random.NextBits();

        random.Restart(1, 2, 3);

        Assert.Equal(Bits(Three()), Bits(random));
    }

    [Fact]
    public void Next_KnownBits_AreScaled()
    {
        Assert.Equal([1, 4, 9, 2, 9, 0, 3, 2], Take(8, r => r.Next(10)));
        Assert.Equal([-4, -1, 5, -2, 5, -5, -2, -3], Take(8, r => r.Next(-5, 6)));
        Assert.Equal([0.1300857085561754, 0.4373184320319292, 0.9549255112847241], Take(3, r => r.NextDouble()));
        Assert.Equal([0.13008570671081543f, 0.4373183846473694f, 0.9549254775047302f], Take(3, r => r.NextSingle()));
        Assert.Equal([-0.4875226229071699f, -0.401640944781379f, 2.206175799763153f], Take(3, r => r.NextGaussian()), Close);
    }

    [Fact]
    public void NextBytes_KnownBits_AreTheTopBytes()
    {
        byte[] bytes = new byte[6];
        Three().NextBytes(bytes);

        Assert.Equal([33, 111, 244, 70, 235, 8], bytes);
    }

    [Fact]
    public void Next_WholeRangeOfInt_DoesNotOverflow()
    {
        int[] values = Take(1000, r => r.Next(int.MinValue, int.MaxValue));

        Assert.Contains(values, value => value < -1_000_000_000);
        Assert.Contains(values, value => value > 1_000_000_000);
    }

    [Fact]
    public void Next_EmptyRange_IsItsStart()
    {
        Assert.Equal(0, Three().Next(0));
        Assert.Equal(7, Three().Next(7, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => Three().Next(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Three().Next(2, 1));
    }

    [Fact]
    public void NextSingle_BetweenTwoNumbers_StaysInside() =>
        Assert.All(Take(1000, r => r.NextSingle(-3, 5)), value => Assert.InRange(value, -3, 5));

    private static SeededRandom Three() => new(1, 2, 3);

    private static ulong[] Bits(SeededRandom random) => [random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits()];

    private static T[] Take<T>(int count, Func<SeededRandom, T> next)
    {
        SeededRandom random = Three();
        return [.. Enumerable.Range(0, count).Select(_ => next(random))];
    }

    private static bool Close(float expected, float actual) => MathF.Abs(expected - actual) < 1e-6f;

    [Fact]
    public void Order_Places_HasEachOnceAndAnotherOrderForAnotherKey()
    {
        int[] places = new int[100], others = new int[100];

        new SeededRandom(1).Order(places);
        new SeededRandom(2).Order(others);

        Assert.Equal(Enumerable.Range(0, 100), places.Order());
        Assert.NotEqual(Enumerable.Range(0, 100), places);
        Assert.NotEqual(places, others);
    }
}
