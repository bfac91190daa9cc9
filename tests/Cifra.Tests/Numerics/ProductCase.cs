using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>A random product of known size: weights, inputs, and offsets in no order, as the kernels of convolution and dense layers take them.</summary>
internal sealed class ProductCase
{
    private const int InputRuns = 64;

    public ProductCase(int outputs, int taps, int positions, long key, bool ofDense)
    {
        var random = new SeededRandom(30, key, outputs, taps, positions);
        Weight = Samples.WithSpecials(outputs * taps, random, every: 500);
        Bias = random.Next(4) == 0 ? [] : Samples.WithSpecials(outputs, random, every: 100);
        X = Samples.WithSpecials(2 * InputRuns * Tensor.Lanes, random, every: 2000);
        Taps = Offsets(taps, random);
        Positions = Offsets(positions, random);

        // A dense layer's output has its positions (blocks) outside; a convolution's has its outputs (channels) outside.
        Layout = ofDense
            ? new OutputLayout(outputs, Tensor.Lanes, outputs * Tensor.Lanes)
            : new OutputLayout(outputs, positions * Tensor.Lanes, Tensor.Lanes);
        Y = Samples.WithSpecials(outputs * positions * Tensor.Lanes, random, every: 2000);
    }

    public float[] Weight { get; }

    public float[] Bias { get; }

    public float[] X { get; }

    public int[] Taps { get; }

    public int[] Positions { get; }

    public OutputLayout Layout { get; }

    /// <summary>[O x P x 16] random values in <see cref="Layout"/>: a gradient, or what an output held before.</summary>
    public float[] Y { get; }

    /// <summary>What the layouts and sizes of a test are: every tile of outputs and positions full and not, one segment of positions and several.</summary>
    public static IEnumerable<(int Taps, int Positions)> Sizes()
    {
        int[] positions = [.. Enumerable.Range(1, 10), 56, 57, 113];
        return from t in Enumerable.Range(1, 20) from p in positions where t < 8 || p < 5 || (t + p) % 5 == 0 select (t, p);
    }

    private static int[] Offsets(int count, SeededRandom random)
    {
        int[] offsets = new int[count];
        foreach (ref int offset in offsets.AsSpan())
        {
            offset = random.Next(InputRuns) * Tensor.Lanes;
        }

        return offsets;
    }
}
