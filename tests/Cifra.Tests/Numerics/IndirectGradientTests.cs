using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>The gradient to the weights equals its scalar twin bit for bit, whatever its scratch memory held.</summary>
public sealed class IndirectGradientTests
{
    public static TheoryData<int> Outputs => [.. Enumerable.Range(1, 9)];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Accumulate_ManySizes_EqualsTwin(int outputs)
    {
        foreach ((int taps, int positions) in ProductCase.Sizes())
        {
            var c = new ProductCase(outputs, taps, positions, key: 3, ofDense: (taps + positions) % 2 == 1);
            float[] expected = Samples.Uniform(outputs * taps, new SeededRandom(31)); // it adds to what is there
            float[] actual = [.. expected];
            float[] sums = new float[IndirectGradient.ScratchSize(taps)];
            Array.Fill(sums, float.NaN);

            Reference.AccumulateGradient(c.Y, c.X, c.Taps, c.Positions, expected, c.Layout);
            for (int output = 0; output < outputs; output += IndirectProduct.TileOutputs)
            {
                IndirectGradient.Accumulate(c.Y, output, c.X, c.Taps, c.Positions, actual, c.Layout, sums);
            }

            Bits.AssertSame(expected, actual, $"{outputs} outputs, {taps} taps, {positions} positions:");
        }
    }

    [Fact]
    public void Accumulate_SecondTile_LeavesTheFirstTilesGradientAlone()
    {
        var c = new ProductCase(outputs: 6, taps: 4, positions: 5, key: 4, ofDense: false);
        float[] gradient = new float[6 * 4];

        IndirectGradient.Accumulate(
            c.Y, 4, c.X, c.Taps, c.Positions, gradient, c.Layout, new float[IndirectGradient.ScratchSize(4)]);

        Assert.All(gradient[..16], value => Assert.Equal(0, value));
        Assert.Contains(gradient[16..], value => value != 0);
    }
}
