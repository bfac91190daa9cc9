using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

/// <summary>Pools the values of one picture between two products, with channels in the lanes. The results equal those of a block bit for bit.</summary>
internal static class ChannelPool
{
    /// <summary>The largest of each 2x2 of two rows, compared in the order of <see cref="HalvingPool.Write"/>.</summary>
    /// <param name="from">The first row's first value.</param>
    /// <param name="toColumn">Floats from a column to the next.</param>
    /// <param name="toRow">Floats from the first row to the second.</param>
    /// <param name="to">Receives the first of them.</param>
    /// <param name="step">Floats from one of them to the next.</param>
    /// <param name="columns">Number of results.</param>
    /// <param name="width">Channels, whole runs of <see cref="ChannelProduct.Run"/>.</param>
    public static void Row(ref float from, nint toColumn, nint toRow, ref float to, nint step, int columns, int width)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            Row<Lanes8>(ref from, toColumn, toRow, ref to, step, columns, width);
        }
        else
        {
            Row<Lanes4>(ref from, toColumn, toRow, ref to, step, columns, width);
        }
    }

    /// <summary>The same for vectors of one width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Row<TLanes>(ref float from, nint toColumn, nint toRow, ref float to, nint step, int columns, int width)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int column = 0; column < columns; column++)
        {
            for (nint c = 0; c < width; c += TLanes.Count)
            {
                TLanes upper = TLanes.Larger(TLanes.Load(ref from, c + toColumn), TLanes.Load(ref from, c));
                TLanes lower = TLanes.Larger(TLanes.Load(ref from, c + toRow + toColumn), TLanes.Load(ref from, c + toRow));
                TLanes.Store(TLanes.Larger(lower, upper), ref to, c);
            }

            from = ref Unsafe.Add(ref from, 2 * toColumn);
            to = ref Unsafe.Add(ref to, step);
        }
    }

    /// <summary>y[c] = Σₚ x[p][c] · factor, added in order from zero.</summary>
    public static void Mean(ReadOnlySpan<float> x, float factor, Span<float> y)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            Mean<Lanes8>(x, factor, y);
        }
        else
        {
            Mean<Lanes4>(x, factor, y);
        }
    }

    private static void Mean<TLanes>(ReadOnlySpan<float> x, float factor, Span<float> y)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int c = 0; c < y.Length; c += TLanes.Count)
        {
            TLanes sum = TLanes.All(0);
            for (int p = c; p < x.Length; p += y.Length)
            {
                sum += TLanes.Load(ref MemoryMarshal.GetReference(x[p..]));
            }

            TLanes.Store(sum * TLanes.All(factor), ref MemoryMarshal.GetReference(y[c..]));
        }
    }
}
