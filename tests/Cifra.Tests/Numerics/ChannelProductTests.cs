using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>The product with outputs in the lanes equals its scalar twin bit for bit, with vectors of any width, and writes nothing else.</summary>
public sealed class ChannelProductTests
{
    // every tile: two, three and four runs alone, and what they leave at the end
    public static TheoryData<int> Outputs => [1, 8, 10, 16, 17, 24, 32, 33, 48, 56, 64, 72, 96, 130];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Multiply_ManySizes_EqualsTwin(int outputs)
    {
        foreach (int taps in (int[])[1, 2, 7, 25])
        {
            foreach (int positions in (int[])[1, 2, 3, 4, 5, 6, 7, 12, 13])
            {
                foreach (bool rectify in (bool[])[false, true])
                {
                    Compare(outputs, taps, positions, rectify);
                }
            }
        }
    }

    [Fact]
    public void Multiply_TwoByTwoByHand_IsTheSum()
    {
        // Two outputs of two taps at two positions: 0.5 + 2·x₀ + 3·x₁ and -1 + 4·x₀ + 5·x₁.
        float[] packed = new float[ChannelProduct.PackedSize(2, 2)];
        float[] y = new float[2 * ChannelProduct.Width(2)];
        ChannelProduct.Pack([2, 3, 4, 5], [0.5f, -1], packed);

        ChannelProduct.Multiply(packed, ChannelProduct.Width(2), [1, 10, 100], [0, 1], [0, 1], y, ChannelProduct.Width(2));

        Assert.Equal([32.5f, 53, 0], y[..3]); // 0.5 + 2·1 + 3·10, -1 + 4·1 + 5·10, and what fills up
        Assert.Equal([320.5f, 539, 0], y[16..19]);
    }

    [Fact]
    public void Pack_FortyOutputs_LaysThemOutInATileOfThreeRunsAndOneOfTwo()
    {
        float[] weight = [.. Enumerable.Range(100, 40)];
        float[] bias = [.. Enumerable.Range(500, 40)];
        float[] packed = new float[ChannelProduct.PackedSize(40, 1)];

        ChannelProduct.Pack(weight, bias, packed);

        Assert.Equal([.. bias[..24], .. weight[..24], .. bias[24..], .. weight[24..]], packed);
    }

    [Theory]
    [InlineData(64, 1)]
    [InlineData(64, 30)]
    [InlineData(128, 19)]
    public void MultiplySome_AnyInputs_EqualsTwinOfThoseInputs(int outputs, int inputs)
    {
        var random = new SeededRandom(82, outputs, inputs);
        float[] weight = Samples.Uniform(outputs * inputs, random);
        float[] bias = Samples.Uniform(outputs, random);
        float[] x = Samples.Uniform(inputs, random);
        int[] some = [.. Enumerable.Range(0, inputs).Where(_ => random.Next(2) == 0)];
        float[] weightOfSome = [.. Enumerable.Range(0, outputs).SelectMany(o => some.Select(i => weight[(o * inputs) + i]))];
        float[] packed = new float[ChannelProduct.PackedSize(outputs, inputs)];
        ChannelProduct.Pack(weight, bias, packed);
        Assert.True(ChannelProduct.TakesSome(outputs));

        foreach (bool rectify in (bool[])[false, true])
        {
            float[] expected = [.. Enumerable.Repeat(7f, outputs + 1)]; // one value beyond, which must stay
            float[] narrow = [.. expected];
            float[] wide = [.. expected];
            Reference.MultiplyChannels(weightOfSome, bias, x, some, [0], expected, outputs, rectify);
            ChannelProduct.MultiplySome<Lanes4>(packed, outputs, x, some, narrow, rectify);
            ChannelProduct.MultiplySome<Lanes8>(packed, outputs, x, some, wide, rectify);
            Bits.AssertSame(expected, narrow);
            Bits.AssertSame(expected, wide);
        }
    }

    [Fact]
    public void NotZero_ZerosOfBothSignsAndAllElse_ListsAllElse()
    {
        float[] x = [0, 1, -0f, float.NaN, 0, 0, float.Epsilon, 0, -2, 0, float.PositiveInfinity];
        int[] indices = new int[x.Length];

        int count = ChannelProduct.NotZero(x, indices);

        Assert.Equal([1, 3, 6, 8, 10], indices[..count]);
    }

    private static void Compare(int outputs, int taps, int positions, bool rectify)
    {
        var random = new SeededRandom(81, outputs, taps, positions);
        float[] weight = Samples.WithSpecials(outputs * taps, random, every: 2000);
        float[] bias = Samples.WithSpecials(outputs, random, every: 200);
        float[] x = Samples.WithSpecials(300, random, every: 100);
        int[] offsets = [.. Enumerable.Range(0, taps).Select(_ => random.Next(150))];
        int[] places = [.. Enumerable.Range(0, positions).Select(_ => random.Next(150))];
        int width = ChannelProduct.Width(outputs);
        int step = width + 3; // between two positions something may lie, which must stay
        float[] packed = new float[ChannelProduct.PackedSize(outputs, taps)];
        Array.Fill(packed, float.NaN);
        ChannelProduct.Pack(weight, bias, packed);
        float[] expected = Samples.Uniform(positions * step, random);
        float[] actual = [.. expected];
        float[] narrow = [.. expected];
        float[] wide = [.. expected];

        Reference.MultiplyChannels(weight, bias, x, offsets, places, expected, step, rectify);
        ChannelProduct.Multiply(packed, width, x, offsets, places, actual, step, rectify);
        ChannelProduct.Multiply<Lanes4>(packed, width, x, offsets, places, narrow, step, rectify);
        ChannelProduct.Multiply<Lanes8>(packed, width, x, offsets, places, wide, step, rectify);

        string what = $"{outputs} outputs, {taps} taps, {positions} positions:";
        Bits.AssertSame(expected, actual, what);
        Bits.AssertSame(expected, narrow, what);
        Bits.AssertSame(expected, wide, what);
    }
}
