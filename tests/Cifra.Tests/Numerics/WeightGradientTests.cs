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
    public void Turn_AnyLength_IsUndoneByTurnBack()
    {
        foreach (int length in Enumerable.Range(1, 21))
        {
            float[] block = Samples.Uniform(length * Tensor.Lanes, new SeededRandom(73, length));
            float[] rows = new float[block.Length];
            float[] again = new float[block.Length];

            Kernels.Turn(block, rows);
            Kernels.TurnBack(rows, again);

            Assert.Equal(block[((length - 1) * Tensor.Lanes) + 3], rows[(3 * length) + length - 1]); // the last value of image 3
            Bits.AssertSame(block, again);
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
