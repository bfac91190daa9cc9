using System.Diagnostics;
using System.Numerics;

namespace Cifra.Numerics;

// Kernels in which no element depends on another. Each equals its twin bit for bit. Lengths are whole runs of sixteen lanes, so there is no tail.
internal static partial class Kernels
{
    /// <summary>y[i] = max(x[i], 0); NaN becomes 0.</summary>
    public static void Relu(ReadOnlySpan<float> x, Span<float> y)
    {
        WholeRuns(x.Length, y.Length);
        for (int i = 0; i < x.Length; i += Vector<float>.Count)
        {
            var v = new Vector<float>(x[i..]);
            Vector.ConditionalSelect(Vector.GreaterThan(v, Vector<float>.Zero), v, Vector<float>.Zero).CopyTo(y[i..]);
        }
    }

    /// <summary>dx[i] = dy[i] where x[i] &gt; 0, else 0.</summary>
    public static void ReluGradient(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
    {
        WholeRuns(x.Length, dx.Length);
        for (int i = 0; i < x.Length; i += Vector<float>.Count)
        {
            Vector<int> positive = Vector.GreaterThan(new Vector<float>(x[i..]), Vector<float>.Zero);
            Vector.ConditionalSelect(positive, new Vector<float>(dy[i..]), Vector<float>.Zero).CopyTo(dx[i..]);
        }
    }

    /// <summary>y[i] = a[i]·b[i].</summary>
    public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y)
    {
        WholeRuns(a.Length, y.Length);
        for (int i = 0; i < a.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(a[i..]) * new Vector<float>(b[i..])).CopyTo(y[i..]);
        }
    }

    /// <summary>y[i] += x[i], for any length.</summary>
    public static void Add(ReadOnlySpan<float> x, Span<float> y)
    {
        int whole = x.Length - (x.Length % Vector<float>.Count);
        for (int i = 0; i < whole; i += Vector<float>.Count)
        {
            (new Vector<float>(x[i..]) + new Vector<float>(y[i..])).CopyTo(y[i..]);
        }

        for (int i = whole; i < x.Length; i++)
        {
            y[i] += x[i];
        }
    }

    /// <summary>y[i] = a·y[i].</summary>
    public static void Scale(float a, Span<float> y)
    {
        WholeRuns(y.Length, y.Length);
        for (int i = 0; i < y.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(y[i..]) * a).CopyTo(y[i..]);
        }
    }

    /// <summary>y[i] = a·x[i] + b, rounded once, and zero where it is below if <paramref name="rectify"/>.</summary>
    public static void ScaleAndShift(ReadOnlySpan<float> x, float a, float b, Span<float> y, bool rectify = false)
    {
        WholeRuns(x.Length, y.Length);
        var scale = new Vector<float>(a);
        var shift = new Vector<float>(b);
        var least = new Vector<float>(rectify ? 0 : float.NegativeInfinity);
        for (int i = 0; i < x.Length; i += Vector<float>.Count)
        {
            Vector<float> value = Vector.FusedMultiplyAdd(scale, new Vector<float>(x[i..]), shift);
            Vector.ConditionalSelect(Vector.GreaterThan(least, value), least, value).CopyTo(y[i..]);
        }
    }

    /// <summary>y[i] = a·u[i] + (b·v[i] + c), rounded after each of the two.</summary>
    public static void CombineAndShift(float a, ReadOnlySpan<float> u, float b, ReadOnlySpan<float> v, float c, Span<float> y)
    {
        WholeRuns(u.Length, y.Length);
        var first = new Vector<float>(a);
        var second = new Vector<float>(b);
        var shift = new Vector<float>(c);
        for (int i = 0; i < u.Length; i += Vector<float>.Count)
        {
            Vector<float> rest = Vector.FusedMultiplyAdd(second, new Vector<float>(v[i..]), shift);
            Vector.FusedMultiplyAdd(first, new Vector<float>(u[i..]), rest).CopyTo(y[i..]);
        }
    }

    /// <summary>y[i] = max(x[i], y[i]); a NaN in x is passed over.</summary>
    public static void Max(ReadOnlySpan<float> x, Span<float> y)
    {
        WholeRuns(x.Length, y.Length);
        for (int i = 0; i < x.Length; i += Vector<float>.Count)
        {
            var candidate = new Vector<float>(x[i..]);
            var largest = new Vector<float>(y[i..]);
            Vector.ConditionalSelect(Vector.GreaterThan(candidate, largest), candidate, largest).CopyTo(y[i..]);
        }
    }

    /// <summary>Where x[i] &gt; largest[i], largest[i] becomes x[i] and place[i] becomes <paramref name="at"/>.</summary>
    public static void MaxWithPlace(ReadOnlySpan<float> x, int at, Span<float> largest, Span<int> place)
    {
        WholeRuns(x.Length, largest.Length);
        var here = new Vector<int>(at);
        for (int i = 0; i < x.Length; i += Vector<float>.Count)
        {
            var candidate = new Vector<float>(x[i..]);
            var best = new Vector<float>(largest[i..]);
            Vector<int> better = Vector.GreaterThan(candidate, best);
            Vector.ConditionalSelect(better, candidate, best).CopyTo(largest[i..]);
            Vector.ConditionalSelect(better, here, new Vector<int>(place[i..])).CopyTo(place[i..]);
        }
    }

    /// <summary>Sets the lanes from <paramref name="from"/> on to zero, in every run.</summary>
    public static void ClearLanes(Span<float> runs, int from)
    {
        for (int i = 0; from < Tensor.Lanes && i < runs.Length; i += Tensor.Lanes)
        {
            runs[(i + from)..(i + Tensor.Lanes)].Clear();
        }
    }

    [Conditional("DEBUG")]
    private static void WholeRuns(int from, int to)
    {
        Debug.Assert(from == to, "the layer checked the shapes");
        Debug.Assert(from % Tensor.Lanes == 0, "tensors are whole runs of lanes");
    }
}

internal static partial class Reference
{
    public static float Relu(float x) => x > 0 ? x : 0;

    public static float ReluGradient(float x, float dy) => x > 0 ? dy : 0;

    public static float ScaleAndShift(float x, float a, float b) => MathF.FusedMultiplyAdd(a, x, b);

    public static float CombineAndShift(float a, float u, float b, float v, float c) =>
        MathF.FusedMultiplyAdd(a, u, MathF.FusedMultiplyAdd(b, v, c));

    public static float Max(float x, float y) => x > y ? x : y;
}
