using Cifra.Numerics;

namespace Cifra.Tests;

/// <summary>Random inputs from fixed seeds.</summary>
internal static class Samples
{
    private static readonly float[] Specials =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.Epsilon, -float.Epsilon, 1e-40f, float.MaxValue, float.MinValue,
    ];

    public static float[] Uniform(int length, SeededRandom random)
    {
        float[] values = new float[length];
        foreach (ref float value in values.AsSpan())
        {
            value = random.NextSingle(-1, 1);
        }

        return values;
    }

    /// <summary>Random values with a NaN, an infinity, a zero of either sign or a denormal now and then.</summary>
    public static float[] WithSpecials(int length, SeededRandom random, int every = 12)
    {
        float[] values = Uniform(length, random);
        foreach (ref float value in values.AsSpan())
        {
            value = random.Next(every) == 0 ? Specials[random.Next(Specials.Length)] : value;
        }

        return values;
    }

    /// <summary>A batch of random values; the lanes beyond its count hold large numbers, which nobody may look at.</summary>
    public static Tensor Batch(Shape shape, SeededRandom random)
    {
        var batch = new Tensor(shape);
        batch.Values.Fill(1e3f);
        for (int n = 0; n < shape.Count; n++)
        {
            for (int c = 0; c < shape.Channels; c++)
            {
                for (int h = 0; h < shape.Height; h++)
                {
                    for (int w = 0; w < shape.Width; w++)
                    {
                        batch[n, c, h, w] = random.NextSingle(-1, 1);
                    }
                }
            }
        }

        return batch;
    }

    /// <summary>The images' values in [N][C][H][W] order, without the lanes beyond the count.</summary>
    public static float[] Images(Tensor batch)
    {
        Shape shape = batch.Shape;
        float[] values = new float[shape.Count * shape.Features];
        for (int i = 0; i < values.Length; i++)
        {
            int position = i % shape.Features;
            values[i] = batch[
                i / shape.Features, position / shape.Positions, position % shape.Positions / shape.Width, position % shape.Width];
        }

        return values;
    }
}
