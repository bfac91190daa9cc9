using System.Numerics;

namespace Cifra.Numerics;

// Sums over a plane [P][16], one for each lane. A lane adds its positions in order, so each equals its twin bit for bit.
internal static partial class Kernels
{
    /// <summary>sums[lane] += Σₚ x[p][lane].</summary>
    public static void AddRuns(ReadOnlySpan<float> x, Span<float> sums)
    {
        for (int lane = 0; lane < Tensor.Lanes; lane += Vector<float>.Count)
        {
            var sum = new Vector<float>(sums[lane..]);
            for (int i = lane; i < x.Length; i += Tensor.Lanes)
            {
                sum += new Vector<float>(x[i..]);
            }

            sum.CopyTo(sums[lane..]);
        }
    }

    /// <summary>sums[lane] += Σₚ (x[p][lane] - mean)², each square and its sum rounded once.</summary>
    public static void AddSquaredDeviations(ReadOnlySpan<float> x, float mean, Span<float> sums)
    {
        var middle = new Vector<float>(mean);
        for (int lane = 0; lane < Tensor.Lanes; lane += Vector<float>.Count)
        {
            var sum = new Vector<float>(sums[lane..]);
            for (int i = lane; i < x.Length; i += Tensor.Lanes)
            {
                Vector<float> deviation = new Vector<float>(x[i..]) - middle;
                sum = Vector.FusedMultiplyAdd(deviation, deviation, sum);
            }

            sum.CopyTo(sums[lane..]);
        }
    }

    /// <summary>sums[lane] += Σₚ (x[p][lane] - mean)·d[p][lane], each product and its sum rounded once.</summary>
    public static void AddDeviationProducts(ReadOnlySpan<float> x, float mean, ReadOnlySpan<float> d, Span<float> sums)
    {
        var middle = new Vector<float>(mean);
        for (int lane = 0; lane < Tensor.Lanes; lane += Vector<float>.Count)
        {
            var sum = new Vector<float>(sums[lane..]);
            for (int i = lane; i < x.Length; i += Tensor.Lanes)
            {
                sum = Vector.FusedMultiplyAdd(new Vector<float>(x[i..]) - middle, new Vector<float>(d[i..]), sum);
            }

            sum.CopyTo(sums[lane..]);
        }
    }
}

internal static partial class Reference
{
    /// <summary>The twin of all three: sums[lane] += Σₚ of <paramref name="add"/>, which takes the sum and an index.</summary>
    public static void AddLanewise(int length, Span<float> sums, Func<float, int, float> add)
    {
        for (int i = 0; i < length; i++)
        {
            sums[i % Tensor.Lanes] = add(sums[i % Tensor.Lanes], i);
        }
    }
}
