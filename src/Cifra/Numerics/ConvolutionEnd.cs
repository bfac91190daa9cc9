using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

/// <summary>What happens to a convolution's sums while they are still in the cache.</summary>
/// <param name="Rectify">Whether values below zero become zero.</param>
/// <param name="Pools">Whether the largest of each 2x2 is kept.</param>
internal readonly record struct ConvolutionEnd(bool Rectify, bool Pools)
{
    /// <summary>Size after the pool.</summary>
    public static Shape Pooled(Shape shape) => shape with { Height = shape.Height / 2, Width = shape.Width / 2 };

    /// <summary>Pools rows of outputs into a plane; what lies outside it is left out.</summary>
    /// <param name="rows">[2·n][<paramref name="width"/>][16] outputs.</param>
    /// <param name="width">Outputs in a row.</param>
    /// <param name="plane">[H][W][16] receives the largest of each 2x2.</param>
    /// <param name="pooled">Size of the plane.</param>
    /// <param name="top">Where in the plane the first goes: row,</param>
    /// <param name="left">and column.</param>
    public static void WritePooled(ReadOnlySpan<float> rows, int width, Span<float> plane, Shape pooled, int top, int left)
    {
        int height = rows.Length / (width * Tensor.Lanes) / 2;
        int columns = Math.Min(width / 2, pooled.Width - left);
        for (int row = 0; row < Math.Min(height, pooled.Height - top); row++)
        {
            ref float from = ref MemoryMarshal.GetReference(rows[(row * 2 * width * Tensor.Lanes)..]);
            ref float to = ref MemoryMarshal.GetReference(plane[((((top + row) * pooled.Width) + left) * Tensor.Lanes)..]);
            if (Vector512.IsHardwareAccelerated)
            {
                PoolRow<Lanes16>(ref from, width * Tensor.Lanes, ref to, columns);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                PoolRow<Lanes8>(ref from, width * Tensor.Lanes, ref to, columns);
            }
            else
            {
                PoolRow<Lanes4>(ref from, width * Tensor.Lanes, ref to, columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PoolRow<TLanes>(ref float from, nint below, ref float to, int columns)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int column = 0; column < columns; column++)
        {
            for (nint lane = 0; lane < Tensor.Lanes; lane += TLanes.Count)
            {
                TLanes upper = TLanes.Larger(TLanes.Load(ref from, lane + Tensor.Lanes), TLanes.Load(ref from, lane));
                TLanes lower = TLanes.Larger(TLanes.Load(ref from, lane + below + Tensor.Lanes), TLanes.Load(ref from, lane + below));
                TLanes.Store(TLanes.Larger(lower, upper), ref to, lane);
            }

            from = ref Unsafe.Add(ref from, 2 * Tensor.Lanes);
            to = ref Unsafe.Add(ref to, Tensor.Lanes);
        }
    }
}
