using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

/// <summary>Max pooling of 2x2 with stride 2: the largest values, their positions, and the gradient.</summary>
/// <remarks>Positions in a 2x2 are 0 (upper left), 1, 2, 3 (lower right). Of equal values the first wins, as in <c>MaxPool</c>.</remarks>
internal static class HalvingPool
{
    /// <summary>Size after the pool. A last odd row or column is left out.</summary>
    public static Shape Of(Shape shape) => shape with { Height = shape.Height / 2, Width = shape.Width / 2 };

    /// <summary>Pools rows of outputs into a plane; what lies outside it is left out.</summary>
    /// <param name="rows">[2·n][<paramref name="width"/>][16] outputs.</param>
    /// <param name="width">Outputs in a row.</param>
    /// <param name="plane">[H][W][16] receives the largest of each 2x2.</param>
    /// <param name="places">[H][W][16] receives where it stood; empty if not needed.</param>
    /// <param name="pooled">Size of the plane.</param>
    /// <param name="top">Row of the plane that receives the first of them.</param>
    /// <param name="left">Column of the plane that receives the first of them.</param>
    public static void Write(ReadOnlySpan<float> rows, int width, Span<float> plane, Span<float> places, Shape pooled, int top, int left)
    {
        int height = rows.Length / (width * Tensor.Lanes) / 2;
        int columns = Math.Min(width / 2, pooled.Width - left);
        for (int row = 0; row < Math.Min(height, pooled.Height - top); row++)
        {
            ReadOnlySpan<float> from = rows[(row * 2 * width * Tensor.Lanes)..];
            int at = (((top + row) * pooled.Width) + left) * Tensor.Lanes;
            Span<float> placesOfRow = places.IsEmpty ? [] : places[at..];
            if (Vector512.IsHardwareAccelerated)
            {
                WriteRow<Lanes16>(from, width * Tensor.Lanes, plane[at..], placesOfRow, columns);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                WriteRow<Lanes8>(from, width * Tensor.Lanes, plane[at..], placesOfRow, columns);
            }
            else
            {
                WriteRow<Lanes4>(from, width * Tensor.Lanes, plane[at..], placesOfRow, columns);
            }
        }
    }

    /// <summary>
    /// The gradient through the pool: each value's gradient goes to the position of the largest of its 2x2; through a rectifier before it too, if asked.
    /// </summary>
    /// <param name="dy">[C][H][W][16] the gradient to the pooled values.</param>
    /// <param name="y">[C][H][W][16] the pooled values.</param>
    /// <param name="places">[C][H][W][16] from <see cref="Write"/>.</param>
    /// <param name="rectified">Whether values of zero pass no gradient on.</param>
    /// <param name="dx">[C][H'][W'][16] receives the gradient before the pool.</param>
    /// <param name="full">Its size.</param>
    public static void SpreadBlock(
        ReadOnlySpan<float> dy, ReadOnlySpan<float> y, ReadOnlySpan<float> places, bool rectified, Span<float> dx, Shape full)
    {
        if (full.Height % 2 != 0 || full.Width % 2 != 0)
        {
            dx.Clear();
        }

        Shape pooled = Of(full);
        int size = pooled.Positions * Tensor.Lanes;
        int fullSize = full.Positions * Tensor.Lanes;
        for (int c = 0; c < full.Channels; c++)
        {
            Range plane = (c * size)..((c + 1) * size);
            SpreadPlane(dy[plane], y[plane], places[plane], rectified, pooled, dx.Slice(c * fullSize, fullSize), full);
        }
    }

    private static void SpreadPlane(
        ReadOnlySpan<float> dy, ReadOnlySpan<float> y, ReadOnlySpan<float> places, bool rectified, Shape pooled, Span<float> dx, Shape full)
    {
        float least = rectified ? 0 : float.NegativeInfinity;
        for (int row = 0; row < pooled.Height; row++)
        {
            int at = row * pooled.Width * Tensor.Lanes;
            Span<float> to = dx[(row * 2 * full.Width * Tensor.Lanes)..];
            if (Vector512.IsHardwareAccelerated)
            {
                SpreadRow<Lanes16>(dy[at..], y[at..], places[at..], least, pooled.Width, to, full.Width * Tensor.Lanes);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                SpreadRow<Lanes8>(dy[at..], y[at..], places[at..], least, pooled.Width, to, full.Width * Tensor.Lanes);
            }
            else
            {
                SpreadRow<Lanes4>(dy[at..], y[at..], places[at..], least, pooled.Width, to, full.Width * Tensor.Lanes);
            }
        }
    }

    private static void WriteRow<TLanes>(ReadOnlySpan<float> rows, nint below, Span<float> plane, Span<float> placesOfRow, int columns)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float from = ref MemoryMarshal.GetReference(rows);
        ref float to = ref MemoryMarshal.GetReference(plane);
        ref float places = ref MemoryMarshal.GetReference(placesOfRow);
        bool places4 = !placesOfRow.IsEmpty;
        for (int column = 0; column < columns; column++)
        {
            for (nint lane = 0; lane < Tensor.Lanes; lane += TLanes.Count)
            {
                TLanes first = TLanes.Load(ref from, lane);
                TLanes second = TLanes.Load(ref from, lane + Tensor.Lanes);
                TLanes third = TLanes.Load(ref from, lane + below);
                TLanes fourth = TLanes.Load(ref from, lane + below + Tensor.Lanes);
                TLanes upper = TLanes.Larger(second, first);
                TLanes lower = TLanes.Larger(fourth, third);
                TLanes.Store(TLanes.Larger(lower, upper), ref to, lane);
                if (places4)
                {
                    TLanes ofUpper = TLanes.Choose(second, first, TLanes.All(1), TLanes.All(0));
                    TLanes ofLower = TLanes.Choose(fourth, third, TLanes.All(3), TLanes.All(2));
                    TLanes.Store(TLanes.Choose(lower, upper, ofLower, ofUpper), ref places, lane);
                }
            }

            from = ref Unsafe.Add(ref from, 2 * Tensor.Lanes);
            to = ref Unsafe.Add(ref to, Tensor.Lanes);
            places = ref Unsafe.Add(ref places, Tensor.Lanes);
        }
    }

    private static void SpreadRow<TLanes>(
        ReadOnlySpan<float> dyRow, ReadOnlySpan<float> yRow, ReadOnlySpan<float> placesOfRow, float least, int columns, Span<float> rows, nint below)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float dy = ref MemoryMarshal.GetReference(dyRow);
        ref float y = ref MemoryMarshal.GetReference(yRow);
        ref float places = ref MemoryMarshal.GetReference(placesOfRow);
        ref float to = ref MemoryMarshal.GetReference(rows);
        TLanes zero = TLanes.All(0);
        TLanes lowest = TLanes.All(least);
        for (int column = 0; column < columns; column++)
        {
            for (nint lane = 0; lane < Tensor.Lanes; lane += TLanes.Count)
            {
                // The gradient goes to one of four: half of them is chosen first, then one of the half.
                nint at = (column * Tensor.Lanes) + lane;
                TLanes place = TLanes.Load(ref places, at);
                TLanes d = TLanes.Choose(TLanes.Load(ref y, at), lowest, TLanes.Load(ref dy, at), zero);
                TLanes lower = TLanes.Choose(place, TLanes.All(1), d, zero);
                TLanes upper = TLanes.Choose(place, TLanes.All(1), zero, d);
                nint pair = (2 * column * Tensor.Lanes) + lane;
                TLanes.Store(TLanes.Choose(place, zero, zero, upper), ref to, pair);
                TLanes.Store(TLanes.Choose(place, zero, upper, zero), ref to, pair + Tensor.Lanes);
                TLanes.Store(TLanes.Choose(place, TLanes.All(2), zero, lower), ref to, pair + below);
                TLanes.Store(TLanes.Choose(place, TLanes.All(2), lower, zero), ref to, pair + below + Tensor.Lanes);
            }
        }
    }
}
