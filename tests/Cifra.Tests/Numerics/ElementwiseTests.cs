using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>Every kernel of single elements equals its scalar twin bit for bit, special values included.</summary>
public sealed class ElementwiseTests
{
    public static TheoryData<int> Runs => [.. Enumerable.Range(0, 10), 33];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Relu_AnyLength_EqualsTwin(int runs)
    {
        float[] x = Values(runs, 1);
        float[] y = Values(runs, 2);

        Kernels.Relu(x, y);

        Bits.AssertSame([.. x.Select(Reference.Relu)], y);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void ReluGradient_AnyLength_EqualsTwin(int runs)
    {
        float[] x = Values(runs, 1);
        float[] dy = Values(runs, 2);
        float[] dx = Values(runs, 3);

        Kernels.ReluGradient(x, dy, dx);

        Bits.AssertSame([.. x.Zip(dy, Reference.ReluGradient)], dx);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Multiply_AnyLength_EqualsTwin(int runs)
    {
        float[] a = Values(runs, 1);
        float[] b = Values(runs, 2);
        float[] y = Values(runs, 3);

        Kernels.Multiply(a, b, y);

        Bits.AssertSame([.. a.Zip(b, (left, right) => left * right)], y);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Scale_AnyLength_EqualsTwin(int runs)
    {
        foreach (float a in Factors)
        {
            float[] y = Values(runs, 1);
            float[] expected = [.. y.Select(value => value * a)];

            Kernels.Scale(a, y);

            Bits.AssertSame(expected, y, $"scale {a}");
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void ScaleAndShift_AnyLength_EqualsTwin(int runs)
    {
        float[] x = Values(runs, 1);
        float[] y = Values(runs, 2);
        foreach (float a in Factors)
        {
            Kernels.ScaleAndShift(x, a, 0.7f, y);

            Bits.AssertSame([.. x.Select(value => Reference.ScaleAndShift(value, a, 0.7f))], y, $"scale {a}");
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void CombineAndShift_AnyLength_EqualsTwin(int runs)
    {
        float[] u = Values(runs, 1);
        float[] v = Values(runs, 2);
        float[] y = Values(runs, 3);
        foreach (float a in Factors)
        {
            Kernels.CombineAndShift(a, u, -0.3f, v, 0.1f, y);

            Bits.AssertSame([.. u.Zip(v, (left, right) => Reference.CombineAndShift(a, left, -0.3f, right, 0.1f))], y, $"scale {a}");
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Max_AnyLength_EqualsTwin(int runs)
    {
        float[] x = Values(runs, 1);
        float[] y = Values(runs, 2);
        float[] expected = [.. x.Zip(y, Reference.Max)];

        Kernels.Max(x, y);

        Bits.AssertSame(expected, y);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void MaxWithPlace_AnyLength_KeepsTheFirstLargestAndItsPlace(int runs)
    {
        float[] largest = Values(runs, 1);
        int[] place = new int[largest.Length];
        float[] expected = [.. largest];
        int[] expectedPlace = new int[largest.Length];
        for (int at = 1; at <= 5; at++)
        {
            float[] x = Values(runs, 1 + at);
            expected.AsSpan(0, x.Length / 4).CopyTo(x); // equal values: the earlier place stays
            for (int i = 0; i < x.Length; i++)
            {
                (expected[i], expectedPlace[i]) = x[i] > expected[i] ? (x[i], at) : (expected[i], expectedPlace[i]);
            }

            Kernels.MaxWithPlace(x, at, largest, place);
        }

        Bits.AssertSame(expected, largest);
        Assert.Equal(expectedPlace, place);
    }

    [Fact]
    public void ClearLanes_EveryFirstLane_ClearsTheseInEveryRunAndNoOther()
    {
        for (int from = 0; from <= Tensor.Lanes; from++)
        {
            float[] runs = new float[3 * Tensor.Lanes];
            Array.Fill(runs, 1);

            Kernels.ClearLanes(runs, from);

            Bits.AssertSame([.. runs.Select((_, i) => i % Tensor.Lanes >= from ? 0f : 1f)], runs, $"from {from}");
        }
    }

    [Fact]
    public void AddLanes_RandomLanes_EqualsTwin()
    {
        for (int i = 0; i < 200; i++)
        {
            float[] lanes = Samples.WithSpecials(Tensor.Lanes, new SeededRandom(4, i), every: 40);
            float expected = Reference.AddLanes(lanes);

            Bits.AssertSame([expected], [Kernels.AddLanes(lanes)], $"sample {i}");
        }
    }

    [Fact]
    public void AddLanes_PowersOfTwo_AddsEachLaneOnce()
    {
        float[] lanes = [.. Enumerable.Range(0, Tensor.Lanes).Select(i => (float)(1 << i))];

        Assert.Equal(65535f, Kernels.AddLanes(lanes));
    }

    private static float[] Factors => [0.3f, -1.7f, 0, float.PositiveInfinity, float.NaN, 1e-38f];

    private static float[] Values(int runs, int key) => Samples.WithSpecials(runs * Tensor.Lanes, new SeededRandom(20, key), every: 6);
}
