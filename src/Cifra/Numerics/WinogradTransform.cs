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

    /// <summary>A·dy·Aᵀ: a tile of the gradient to the outputs.</summary>
    /// <param name="dy">The first of 4x4 values.</param>
    /// <param name="toRow">Floats from a row to the next.</param>
    /// <param name="toColumn">Floats from a column to the next.</param>
    /// <param name="m">Receives the 36 points.</param>
    /// <param name="toPoint">Floats from a point to the next.</param>
    /// <param name="scratch">36 vectors.</param>
    public static void Gradient<TLanes>(ref float dy, nint toRow, nint toColumn, ref float m, nint toPoint, ref float scratch)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < Outputs; column++)
        {
            Gradient6<TLanes>(ref Unsafe.Add(ref dy, column * toColumn), toRow, ref Unsafe.Add(ref scratch, column * TLanes.Count), Inputs * TLanes.Count);
        }

        for (nint row = 0; row < Inputs; row++)
        {
            Gradient6<TLanes>(
                ref Unsafe.Add(ref scratch, row * Inputs * TLanes.Count), TLanes.Count, ref Unsafe.Add(ref m, row * Inputs * toPoint), toPoint);
        }
    }

    /// <summary>G·g·Gᵀ: kernels of 3x3.</summary>
    /// <param name="g">The first of their nine elements.</param>
    /// <param name="toElement">Floats from an element to the next.</param>
    /// <param name="u">Receives the 36 points.</param>
    /// <param name="toPoint">Floats from a point to the next.</param>
    /// <param name="scratch">18 vectors.</param>
    public static void Kernel<TLanes>(ref float g, nint toElement, ref float u, nint toPoint, ref float scratch)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < 3; column++)
        {
            Kernel6<TLanes>(ref Unsafe.Add(ref g, column * toElement), 3 * toElement, ref Unsafe.Add(ref scratch, column * TLanes.Count), 3 * TLanes.Count);
        }

        for (nint row = 0; row < Inputs; row++)
        {
            Kernel6<TLanes>(ref Unsafe.Add(ref scratch, row * 3 * TLanes.Count), TLanes.Count, ref Unsafe.Add(ref u, row * Inputs * toPoint), toPoint);
        }
    }

    /// <summary>Gᵀ·u·G: the gradients to kernels from the sums at their points.</summary>
    /// <param name="u">The first of the 36 points.</param>
    /// <param name="toPoint">Floats from a point to the next.</param>
    /// <param name="g">Receives the nine elements.</param>
    /// <param name="toElement">Floats from an element to the next.</param>
    /// <param name="scratch">18 vectors.</param>
    public static void KernelGradient<TLanes>(ref float u, nint toPoint, ref float g, nint toElement, ref float scratch)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < Inputs; column++)
        {
            Kernel3<TLanes>(
                ref Unsafe.Add(ref u, column * toPoint), Inputs * toPoint, ref Unsafe.Add(ref scratch, column * TLanes.Count), Inputs * TLanes.Count);
        }

        for (nint row = 0; row < 3; row++)
        {
            Kernel3<TLanes>(ref Unsafe.Add(ref scratch, row * Inputs * TLanes.Count), TLanes.Count, ref Unsafe.Add(ref g, 3 * row * toElement), toElement);
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

    // A of one column or row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gradient6<TLanes>(ref float d, nint step, ref float m, nint toPoint)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes d0 = TLanes.Load(ref d);
        TLanes d1 = TLanes.Load(ref d, step);
        TLanes d2 = TLanes.Load(ref d, 2 * step);
        TLanes d3 = TLanes.Load(ref d, 3 * step);
        TLanes even = d0 + d2;
        TLanes odd = d1 + d3;
        TLanes evenFar = TLanes.MultiplyAdd(TLanes.All(4), d2, d0);
        TLanes oddFar = TLanes.MultiplyAdd(TLanes.All(4), d3, d1);
        TLanes.Store(d0, ref m);
        TLanes.Store(even + odd, ref m, toPoint);
        TLanes.Store(even - odd, ref m, 2 * toPoint);
        TLanes.Store(TLanes.MultiplyAdd(TLanes.All(2), oddFar, evenFar), ref m, 3 * toPoint);
        TLanes.Store(TLanes.MultiplyAdd(TLanes.All(-2), oddFar, evenFar), ref m, 4 * toPoint);
        TLanes.Store(d3, ref m, 5 * toPoint);
    }

    // G of one column or row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Kernel6<TLanes>(ref float g, nint step, ref float u, nint toPoint)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes g0 = TLanes.Load(ref g);
        TLanes g1 = TLanes.Load(ref g, step);
        TLanes g2 = TLanes.Load(ref g, 2 * step);
        TLanes ends = g0 + g2;
        TLanes far = TLanes.MultiplyAdd(TLanes.All(4), g2, g0);
        TLanes farMiddle = g1 + g1;
        TLanes.Store(g0 * TLanes.All(1f / 4), ref u);
        TLanes.Store((ends + g1) * TLanes.All(-1f / 6), ref u, toPoint);
        TLanes.Store((ends - g1) * TLanes.All(-1f / 6), ref u, 2 * toPoint);
        TLanes.Store((far + farMiddle) * TLanes.All(1f / 24), ref u, 3 * toPoint);
        TLanes.Store((far - farMiddle) * TLanes.All(1f / 24), ref u, 4 * toPoint);
        TLanes.Store(g2, ref u, 5 * toPoint);
    }

    // Gᵀ of one column or row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Kernel3<TLanes>(ref float u, nint step, ref float g, nint toElement)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes u1 = TLanes.Load(ref u, step);
        TLanes u2 = TLanes.Load(ref u, 2 * step);
        TLanes u3 = TLanes.Load(ref u, 3 * step);
        TLanes u4 = TLanes.Load(ref u, 4 * step);
        TLanes near = (u1 + u2) * TLanes.All(1f / 6);
        TLanes far = u3 + u4;
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Load(ref u), TLanes.All(1f / 4), TLanes.MultiplyAdd(far, TLanes.All(1f / 24), TLanes.All(0) - near)), ref g);
        TLanes.Store(TLanes.MultiplyAdd(u2 - u1, TLanes.All(1f / 6), (u3 - u4) * TLanes.All(1f / 12)), ref g, toElement);
        TLanes.Store(TLanes.MultiplyAdd(far, TLanes.All(1f / 6), TLanes.Load(ref u, 5 * step) - near), ref g, 2 * toElement);
    }
}
