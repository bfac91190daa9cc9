using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>Winograd's way to a weight gradient equals the direct one, its twin, but for the stated rounding.</summary>
public sealed class WeightGradientTests
{
    private const double Bound = 1e-5; // of Σ|dy·x|, as the class says

    [Theory]
    [InlineData(8, 8, 16, 18, 0)]
    [InlineData(9, 10, 15, 13, 1)] // tiles that reach over the edge
    [InlineData(16, 8, 26, 26, 0)]
    public void Compute_RandomPictures_DiffersFromTheDirectMethodByRounding(int inputs, int outputs, int height, int width, int padding)
    {
        var input = new Shape(1, inputs, height, width);
        var window = Window.Square(3, padding: padding);
        (int h, int w) = window.Output(height, width);
        var output = new Shape(1, outputs, h, w);
        var random = new SeededRandom(72, inputs, height);
        float[] x = Samples.Uniform(input.Features * Tensor.Lanes, random);
        float[] dz = Samples.Uniform(output.Features * Tensor.Lanes, random);
        Assert.True(WinogradWeightGradient.Fits(window, input, output));

        float[] actual = Gradient(new WinogradWeightGradient(input, output, window), dz, x, inputs * outputs * 9);

        var direct = new DirectWeightGradient(input, output, window);
        float[] expected = Gradient(direct, dz, x, actual.Length);
        float[] magnitude = Gradient(direct, [.. dz.Select(Math.Abs)], [.. x.Select(Math.Abs)], actual.Length);
        Assert.All(actual, (value, i) => Assert.InRange(Math.Abs(value - expected[i]), 0, Bound * magnitude[i]));
    }

    [Fact]
    public void Transpose_AnySizes_MovesEveryValueAndNoOther()
    {
        foreach ((int rows, int columns) in from r in Enumerable.Range(1, 9) from c in Enumerable.Range(1, 9) select (r, c))
        {
            float[] from = Samples.Uniform(rows * 10, new SeededRandom(73, rows, columns));
            float[] to = new float[columns * 11];
            float[] expected = new float[to.Length];
            for (int i = 0; i < rows * columns; i++)
            {
                expected[(i % columns * 11) + (i / columns)] = from[(i / columns * 10) + (i % columns)];
            }

            Kernels.Transpose(from, 10, to, 11, rows, columns);

            Bits.AssertSame(expected, to);
        }
    }

    private static float[] Gradient(WeightGradient method, float[] dz, float[] x, int length)
    {
        float[] sum = new float[method.SumSize];
        float[] gradient = new float[length];
        Array.Fill(sum, float.NaN);
        method.Compute(dz, x, sum, new Scratch());
        method.Finish(sum, gradient);
        return gradient;
    }
}
