using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Tests.Network.Layers;

/// <summary>Compares a layer's backward pass with finite differences of its forward pass.</summary>
/// <remarks>The loss is Σ y·r with a fixed random r; each input and parameter is moved by ±h, and the sums are taken in double.</remarks>
internal static class GradientCheck
{
    public static void Run(Layer layer, Shape input, double tolerance, float h = 1e-2f)
    {
        var random = new SeededRandom(11);
        Tensor x = Samples.Batch(input, random);
        SpreadOut(x);
        Shape output = layer.OutputShape(input);
        Tensor r = Samples.Batch(output, random);
        ZeroBeyond(r);
        var pass = new Pass(new Workers(2)) { Training = true, Seed = 5, Step = 3 };

        var y = new Tensor(output);
        var dx = new Tensor(input);
        layer.Forward(x, y, pass);
        layer.Backward(x, r, dx, pass);
        float[][] gradients = [.. layer.Parameters.Select(p => p.Gradient.ToArray())];

        double Loss()
        {
            layer.Forward(x, y, pass);
            return Samples.Images(y).Zip(Samples.Images(r), (a, b) => (double)a * b).Sum();
        }

        float[] inputGradient = Samples.Images(dx);
        for (int i = 0; i < inputGradient.Length; i++)
        {
            int position = i % input.Features;
            (int n, int c, int row, int column) =
                (i / input.Features, position / input.Positions, position % input.Positions / input.Width, position % input.Width);
            float old = x[n, c, row, column];
            x[n, c, row, column] = old + h;
            double up = Loss();
            x[n, c, row, column] = old - h;
            double down = Loss();
            x[n, c, row, column] = old;
            Expect($"input {n},{c},{row},{column}", (up - down) / (2 * h), inputGradient[i], tolerance);
        }

        for (int p = 0; p < layer.Parameters.Count; p++)
        {
            Parameter parameter = layer.Parameters[p];
            for (int i = 0; i < gradients[p].Length; i++)
            {
                float old = parameter.Values[i];
                parameter.Values[i] = old + h;
                double up = Loss();
                parameter.Values[i] = old - h;
                double down = Loss();
                parameter.Values[i] = old;
                Expect($"{parameter.Name} {i}", (up - down) / (2 * h), gradients[p][i], tolerance);
            }
        }
    }

    private static void Expect(string what, double finite, double computed, double tolerance) => Assert.True(
        Math.Abs(finite - computed) <= tolerance * Math.Max(1, Math.Abs(finite)),
        $"{what}: the finite difference is {finite}, the backward pass gives {computed}");

    // Moves the values apart, in steps of 0.03 around zero but never at it: no kink of ReLU or MaxPool lies within ±h of one.
    private static void SpreadOut(Tensor x)
    {
        int count = x.Shape.Count * x.Shape.Features;
        int[] ranks = [.. Enumerable.Range(0, count)];
        new SeededRandom(12).Shuffle(ranks.AsSpan());
        for (int i = 0; i < count; i++)
        {
            int position = i % x.Shape.Features;
            x[i / x.Shape.Features, position / x.Shape.Positions, position % x.Shape.Positions / x.Shape.Width, position % x.Shape.Width] =
                0.03f * (ranks[i] - (count / 2) + 0.5f);
        }
    }

    private static void ZeroBeyond(Tensor r)
    {
        for (int block = 0; block < r.Blocks; block++)
        {
            Kernels.ClearLanes(r.Block(block), r.ImagesIn(block));
        }
    }
}
