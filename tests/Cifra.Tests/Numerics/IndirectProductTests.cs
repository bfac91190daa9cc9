using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>The product equals its scalar twin bit for bit, and writes nothing else.</summary>
public sealed class IndirectProductTests
{
    public static TheoryData<int> Outputs => [.. Enumerable.Range(1, 9)];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Multiply_ManySizes_EqualsTwin(int outputs)
    {
        foreach ((int taps, int positions) in ProductCase.Sizes())
        {
            var c = new ProductCase(outputs, taps, positions, key: 1, ofDense: (taps + positions) % 2 == 0);
            float[] expected = [.. c.Y, 7];
            float[] actual = [.. c.Y, 7]; // one value beyond, which must stay

            Reference.Multiply(c.Weight, c.Bias, c.X, c.Taps, c.Positions, expected, c.Layout);
            IndirectProduct.Multiply(
                Packed(c), 0..IndirectProduct.Tiles(outputs), c.X, c.Taps, c.Positions, actual, c.Layout);

            Bits.AssertSame(expected, actual, $"{outputs} outputs, {taps} taps, {positions} positions:");
        }
    }

    [Fact]
    public void Multiply_OneTileOnly_WritesItsFourOutputsAndNoOther()
    {
        var c = new ProductCase(outputs: 9, taps: 5, positions: 7, key: 2, ofDense: false);
        float[] all = [.. c.Y];
        Reference.Multiply(c.Weight, c.Bias, c.X, c.Taps, c.Positions, all, c.Layout);
        int from = 4 * c.Layout.OutputStride;
        int to = 8 * c.Layout.OutputStride;
        float[] expected = [.. c.Y[..from], .. all[from..to], .. c.Y[to..]];
        float[] actual = [.. c.Y];

        IndirectProduct.Multiply(Packed(c), 1..2, c.X, c.Taps, c.Positions, actual, c.Layout);

        Bits.AssertSame(expected, actual);
    }

    [Fact]
    public void Pack_TwoOutputsOfThreeTaps_LaysThemOutInTilesOfFour()
    {
        float[] packed = Samples.Uniform(IndirectProduct.PackedSize(2, 3), new SeededRandom(1)); // what it held does not matter

        IndirectProduct.Pack(new KernelView([1, 2, 3, 4, 5, 6], outputStride: 3, inputStride: 1), 3, 1, [10, 20], packed, outputs: 2);

        Assert.Equal([10, 20, 0, 0, 1, 4, 0, 0, 2, 5, 0, 0, 3, 6, 0, 0], packed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    public void Unpack_AfterPack_GivesTheWeights(int outputs)
    {
        float[] weight = Samples.Uniform(outputs * 3, new SeededRandom(3));
        float[] bias = Samples.Uniform(outputs, new SeededRandom(4));
        float[] packed = new float[IndirectProduct.PackedSize(outputs, 3)];
        float[] unpacked = new float[weight.Length];
        float[] unpackedBias = new float[outputs];

        IndirectProduct.Pack(KernelView.Forward(weight, 3, area: 1), 3, 1, bias, packed, outputs);
        IndirectProduct.Unpack(packed, unpacked, unpackedBias);

        Assert.Equal(weight, unpacked);
        Assert.Equal(bias, unpackedBias);
    }

    [Fact]
    public void Pack_Transposed_ReadsColumns()
    {
        float[] packed = new float[IndirectProduct.PackedSize(3, 2)];

        IndirectProduct.Pack(new KernelView([1, 2, 3, 4, 5, 6], outputStride: 1, inputStride: 3), 2, 1, [], packed, outputs: 3);

        Assert.Equal([0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0], packed);
    }

    [Fact]
    public void Multiply_TwoByTwoByHand_IsTheSum()
    {
        // x holds 1 in the run at 0, 10 in the run at 16 and 100 in the run at 32; position 1 starts a run later.
        float[] x = [.. Enumerable.Repeat(1f, 16), .. Enumerable.Repeat(10f, 16), .. Enumerable.Repeat(100f, 16)];
        float[] packed = new float[IndirectProduct.PackedSize(1, 2)];
        float[] y = new float[32];
        IndirectProduct.Pack(new KernelView([2, 3], outputStride: 2, inputStride: 1), 2, 1, [0.5f], packed, outputs: 1);

        IndirectProduct.Multiply(packed, 0..1, x, [0, 16], [0, 16], y, new OutputLayout(1, 32, 16));

        Assert.All(y[..16], value => Assert.Equal(32.5f, value)); // 0.5 + 2·1 + 3·10
        Assert.All(y[16..], value => Assert.Equal(320.5f, value)); // 0.5 + 2·10 + 3·100
    }

    private static float[] Packed(ProductCase c)
    {
        float[] packed = new float[IndirectProduct.PackedSize(c.Layout.Outputs, c.Taps.Length)];
        IndirectProduct.Pack(KernelView.Forward(c.Weight, c.Taps.Length, area: 1), c.Taps.Length, 1, c.Bias, packed, c.Layout.Outputs);
        return packed;
    }
}
