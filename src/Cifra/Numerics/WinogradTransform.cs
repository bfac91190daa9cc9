using System.Runtime.CompilerServices;

namespace Cifra.Numerics;

/// <summary>
/// The transforms of Winograd's algorithm F(4x4, 3x3): four by four outputs of a 3x3 convolution from a 6x6 tile of the input, with
/// 36 multiplications instead of 144: y = Aᵀ[(G·g·Gᵀ) ⊙ (Bᵀ·d·B)]A.
/// </summary>
/// <remarks>
/// Lavin and Gray 2016, "Fast algorithms for convolutional neural networks", arXiv:1509.09308; the matrices are those of the points 0, ±1, ±2, ∞.
/// A value here is a vector of lanes (images, or channels of one image), so a transform is a handful of additions for all of them at once.
/// </remarks>
internal static class WinogradTransform
{
    /// <summary>Rows and columns of outputs that a tile gives.</summary>
    public const int Outputs = 4;

    /// <summary>Rows and columns of inputs that a tile takes.</summary>
    public const int Inputs = 6;

    /// <summary>Products of a tile for a pair of channels.</summary>
    public const int Points = Inputs * Inputs;

    /// <summary>Bᵀ·d·B: a tile of inputs.</summary>
    /// <param name="d">Its first value.</param>
    /// <param name="toRow">Floats from a row to the next.</param>
    /// <param name="toColumn">Floats from a column to the next.</param>
    /// <param name="v">Receives the 36 points.</param>
    /// <param name="toPoint">Floats from a point to the next.</param>
    /// <param name="scratch">36 vectors.</param>
    public static void Input<TLanes>(ref float d, nint toRow, nint toColumn, ref float v, nint toPoint, ref float scratch)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < Inputs; column++)
        {
            Input6<TLanes>(ref Unsafe.Add(ref d, column * toColumn), toRow, ref Unsafe.Add(ref scratch, column * TLanes.Count), Inputs * TLanes.Count);
        }

        for (nint row = 0; row < Inputs; row++)
        {
            Input6<TLanes>(
                ref Unsafe.Add(ref scratch, row * Inputs * TLanes.Count), TLanes.Count, ref Unsafe.Add(ref v, row * Inputs * toPoint), toPoint);
        }
    }

    /// <summary>Aᵀ·m·A, plus the bias: a tile of outputs.</summary>
    /// <param name="m">The first of 36 sums of products.</param>
    /// <param name="toPoint">Floats from a point to the next.</param>
    /// <param name="bias">Added to all sixteen.</param>
    /// <param name="rectify">Whether values below zero become zero.</param>
    /// <param name="y">Receives 4x4 vectors.</param>
    /// <param name="toValue">Floats from one of them to the next.</param>
    /// <param name="scratch">36 vectors.</param>
    public static void Output<TLanes>(ref float m, nint toPoint, TLanes bias, bool rectify, ref float y, nint toValue, ref float scratch)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < Inputs; column++)
        {
            (TLanes y0, TLanes y1, TLanes y2, TLanes y3) = Output4<TLanes>(ref Unsafe.Add(ref m, column * toPoint), Inputs * toPoint);
            ref float to = ref Unsafe.Add(ref scratch, column * TLanes.Count);
            TLanes.Store(y0, ref to);
            TLanes.Store(y1, ref to, Inputs * TLanes.Count);
            TLanes.Store(y2, ref to, 2 * Inputs * TLanes.Count);
            TLanes.Store(y3, ref to, 3 * Inputs * TLanes.Count);
        }

        TLanes zero = TLanes.All(0);
        for (nint row = 0; row < Outputs; row++)
        {
            (TLanes y0, TLanes y1, TLanes y2, TLanes y3) = Output4<TLanes>(ref Unsafe.Add(ref scratch, row * Inputs * TLanes.Count), TLanes.Count);
            (y0, y1, y2, y3) = (y0 + bias, y1 + bias, y2 + bias, y3 + bias);
            if (rectify)
            {
                (y0, y1, y2, y3) = (TLanes.Larger(y0, zero), TLanes.Larger(y1, zero), TLanes.Larger(y2, zero), TLanes.Larger(y3, zero));
            }

            ref float to = ref Unsafe.Add(ref y, row * Outputs * toValue);
            TLanes.Store(y0, ref to);
            TLanes.Store(y1, ref to, toValue);
            TLanes.Store(y2, ref to, 2 * toValue);
            TLanes.Store(y3, ref to, 3 * toValue);
        }
    }

    /// <summary>G·g·Gᵀ: a kernel of 3x3.</summary>
    /// <param name="g">[9] row by row.</param>
    /// <param name="u">[36] receives its points.</param>
    public static void Kernel(ReadOnlySpan<float> g, Span<double> u)
    {
        Span<double> half = stackalloc double[Inputs * 3];
        for (int column = 0; column < 3; column++)
        {
            Kernel6(g[column], g[3 + column], g[6 + column], half[column..], 3);
        }

        for (int row = 0; row < Inputs; row++)
        {
            Kernel6(half[row * 3], half[(row * 3) + 1], half[(row * 3) + 2], u[(row * Inputs)..], 1);
        }
    }

    // Bᵀ of one column or row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Input6<TLanes>(ref float d, nint step, ref float v, nint toPoint)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes d0 = TLanes.Load(ref d);
        TLanes d1 = TLanes.Load(ref d, step);
        TLanes d2 = TLanes.Load(ref d, 2 * step);
        TLanes d3 = TLanes.Load(ref d, 3 * step);
        TLanes d4 = TLanes.Load(ref d, 4 * step);
        TLanes d5 = TLanes.Load(ref d, 5 * step);
        TLanes four = TLanes.All(4);
        TLanes two = TLanes.All(2);
        TLanes minusFour = TLanes.All(-4);
        TLanes minusFive = TLanes.All(-5);
        TLanes minusTwo = TLanes.All(-2);

        TLanes even = TLanes.MultiplyAdd(minusFour, d2, d4);
        TLanes odd = TLanes.MultiplyAdd(minusFour, d1, d3);
        TLanes evenStep = d4 - d2;
        TLanes oddStep = d3 - d1;
        TLanes.Store(TLanes.MultiplyAdd(four, d0, TLanes.MultiplyAdd(minusFive, d2, d4)), ref v);
        TLanes.Store(even + odd, ref v, toPoint);
        TLanes.Store(even - odd, ref v, 2 * toPoint);
        TLanes.Store(TLanes.MultiplyAdd(two, oddStep, evenStep), ref v, 3 * toPoint);
        TLanes.Store(TLanes.MultiplyAdd(minusTwo, oddStep, evenStep), ref v, 4 * toPoint);
        TLanes.Store(TLanes.MultiplyAdd(four, d1, TLanes.MultiplyAdd(minusFive, d3, d5)), ref v, 5 * toPoint);
    }

    // Aᵀ of one column or row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TLanes Y0, TLanes Y1, TLanes Y2, TLanes Y3) Output4<TLanes>(ref float m, nint step)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes m1 = TLanes.Load(ref m, step);
        TLanes m2 = TLanes.Load(ref m, 2 * step);
        TLanes m3 = TLanes.Load(ref m, 3 * step);
        TLanes m4 = TLanes.Load(ref m, 4 * step);
        TLanes near = m1 + m2;
        TLanes nearStep = m1 - m2;
        TLanes far = m3 + m4;
        TLanes farStep = m3 - m4;
        return (
            TLanes.Load(ref m) + near + far,
            TLanes.MultiplyAdd(TLanes.All(2), farStep, nearStep),
            TLanes.MultiplyAdd(TLanes.All(4), far, near),
            TLanes.MultiplyAdd(TLanes.All(8), farStep, nearStep) + TLanes.Load(ref m, 5 * step));
    }

    // G of one column or row, in double: the weights are the one place where its sixths and twenty-fourths cost precision.
    private static void Kernel6(double g0, double g1, double g2, Span<double> u, int step)
    {
        u[0] = g0 / 4;
        u[step] = -(g0 + g1 + g2) / 6;
        u[2 * step] = -(g0 - g1 + g2) / 6;
        u[3 * step] = (g0 + (2 * g1) + (4 * g2)) / 24;
        u[4 * step] = (g0 - (2 * g1) + (4 * g2)) / 24;
        u[5 * step] = g2;
    }
}
