using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>The gradient to the weights equals its scalar twin bit for bit, whatever its scratch memory held.</summary>
public sealed class IndirectGradientTests
{
    public static TheoryData<int> Outputs => [.. Enumerable.Range(1, 9)];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Compute_ManySizes_EqualsTwin(int outputs)
    {
        foreach ((int taps, int positions) in ProductCase.Sizes())
        {
            var c = new ProductCase(outputs, taps, positions, key: 3, ofDense: (taps + positions) % 2 == 1);
            float[] expected = new float[outputs * taps];
            float[] actual = [.. Samples.Uniform(outputs * taps, new SeededRandom(31))]; // what it held does not matter
            float[] sums = new float[IndirectGradient.ScratchSize(taps)];
            Array.Fill(sums, float.NaN);

            Reference.Gradient(c.Y, c.X, c.Taps, c.Positions, expected, c.Layout);
            IndirectGradient.Compute(c.Y, c.X, c.Taps, c.Positions, actual, c.Layout, sums);

            Bits.AssertSame(expected, actual, $"{outputs} outputs, {taps} taps, {positions} positions:");
        }
    }
}
