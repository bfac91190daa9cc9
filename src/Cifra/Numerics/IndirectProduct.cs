using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

/// <summary>
/// The matrix product under every layer with weights: y[o][p] = b[o] + Σₜ W[o][t] · x[position(p) + tap(t)].
/// </summary>
/// <remarks>
/// <para>
/// "Indirect" because x is found through two tables of offsets instead of being copied into a matrix. In a convolution a tap is a
/// kernel element of an input channel and a position a place of the output; in a dense layer a tap is an input and a position a block of
/// images; in Winograd's algorithm a tap is a channel and a position a tile. Every x and y is a run of <see cref="Tensor.Lanes"/> floats.
/// </para>
/// <para>
/// A tile of 4 outputs by 3 positions keeps 12 sums, 3 inputs and 1 weight in the 16 vector registers of AVX2: 7 loads feed 12
/// multiply-adds. Each lane adds its taps in order, so the result equals the twin bit for bit, whatever the vector width.
/// </para>
/// </remarks>
internal static partial class IndirectProduct
{
    /// <summary>Outputs of a tile.</summary>
    public const int TileOutputs = 4;

    private const int TilePositions = 3;

    // Taps taken at a time: three runs for each of them stay in the first-level cache while all outputs pass over them.
    private const int ChunkTaps = 128;

    /// <summary>y[o][p] = b[o] + Σₜ W[o][t] · x[position(p) + tap(t)], for the outputs of <paramref name="tiles"/>.</summary>
    /// <param name="packed">From <see cref="Pack"/>, for all outputs.</param>
    /// <param name="tiles">Which tiles of outputs to compute.</param>
    /// <param name="x">The inputs that the offsets point into.</param>
    /// <param name="taps">[T] offsets in floats.</param>
    /// <param name="positions">[P] offsets in floats.</param>
    /// <param name="y">Receives the sums.</param>
    /// <param name="layout">Where each sum goes in <paramref name="y"/>.</param>
    /// <param name="rectify">Whether sums below zero become zero.</param>
    public static void Multiply(
        ReadOnlySpan<float> packed,
        Range tiles,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        ReadOnlySpan<int> positions,
        Span<float> y,
        OutputLayout layout,
        bool rectify = false)
    {
        int last = ((layout.Outputs - 1) * layout.OutputStride) + ((positions.Length - 1) * layout.PositionStride);
        Debug.Assert(y.Length >= last + Tensor.Lanes, "y holds every sum");
        if (Vector512.IsHardwareAccelerated)
        {
            Multiply<Lanes16>(packed, tiles, x, taps, positions, y, layout, rectify);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Multiply<Lanes8>(packed, tiles, x, taps, positions, y, layout, rectify);
        }
        else
        {
            Multiply<Lanes4>(packed, tiles, x, taps, positions, y, layout, rectify);
        }
    }

    /// <summary>The same for vectors of one width.</summary>
    internal static void Multiply<TLanes>(
        ReadOnlySpan<float> packed,
        Range tiles,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        ReadOnlySpan<int> positions,
        Span<float> y,
        OutputLayout layout,
        bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        // A chunk of taps stays in the first-level cache. Between chunks either the sums of three positions wait (few weights, many positions:
        // a convolution) or those of all positions (many weights, few positions: a dense layer), whichever is less to read again.
        int group = positions.Length * layout.Outputs * Tensor.Lanes < packed.Length ? positions.Length : TilePositions;
        for (int p = 0; p < positions.Length; p += group)
        {
            int groupEnd = Math.Min(p + group, positions.Length);
            for (int start = 0; start == 0 || start < taps.Length; start += ChunkTaps)
            {
                int end = Math.Min(start + ChunkTaps, taps.Length);
                var sums = new Sums(layout.OutputStride, layout.PositionStride, start > 0, rectify && end == taps.Length);
                for (int q = p; q < groupEnd; q += TilePositions)
                {
                    ReadOnlySpan<int> tile = positions[q..Math.Min(q + TilePositions, groupEnd)];
                    MultiplyTiles<TLanes>(packed, tiles, x, taps, start..end, tile, y[(q * layout.PositionStride)..], layout.Outputs, sums);
                }
            }
        }
    }

    // All outputs at up to three positions.
    private static void MultiplyTiles<TLanes>(
        ReadOnlySpan<float> packed,
        Range tiles,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        Range chunk,
        ReadOnlySpan<int> positions,
        Span<float> y,
        int outputs,
        Sums sums)
        where TLanes : struct, ILanes<TLanes>
    {
        int tileSize = TileOutputs * (taps.Length + 1);
        int start = chunk.Start.Value;
        taps = taps[chunk];
        ref float from = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), positions[0]);
        nint toSecond = positions.Length > 1 ? positions[1] - positions[0] : 0;
        nint toThird = positions.Length > 2 ? positions[2] - positions[0] : 0;
        for (int tile = tiles.Start.Value; tile < tiles.End.Value; tile++)
        {
            ref float bias = ref MemoryMarshal.GetReference(packed.Slice(tile * tileSize, tileSize));
            ref float weights = ref Unsafe.Add(ref bias, TileOutputs * (start + 1));
            Span<float> to = y[(int)(tile * TileOutputs * sums.ToOutput)..];
            if ((tile + 1) * TileOutputs <= outputs)
            {
                MultiplyTile<TLanes>(ref bias, ref weights, taps, ref from, toSecond, toThird, positions.Length, ref MemoryMarshal.GetReference(to), sums);
            }
            else
            {
                MultiplyLastTile<TLanes>(ref bias, ref weights, taps, ref from, toSecond, toThird, positions.Length, to, outputs - (tile * TileOutputs), sums);
            }
        }
    }

    // A tile of fewer than four outputs is worked out aside, because its other outputs have no place in y.
    private static void MultiplyLastTile<TLanes>(
        ref float bias, ref float weights, ReadOnlySpan<int> taps, ref float x, nint toSecond, nint toThird,
        int positions, Span<float> y, int outputs, Sums sums)
        where TLanes : struct, ILanes<TLanes>
    {
        Span<float> aside = stackalloc float[TileOutputs * TilePositions * Tensor.Lanes];
        Sums layout = sums with { ToOutput = TilePositions * Tensor.Lanes, ToPosition = Tensor.Lanes };
        for (int o = 0; o < outputs && sums.Continue; o++)
        {
            for (int p = 0; p < positions; p++)
            {
                y.Slice((int)((o * sums.ToOutput) + (p * sums.ToPosition)), Tensor.Lanes).CopyTo(aside[(((o * TilePositions) + p) * Tensor.Lanes)..]);
            }
        }

        MultiplyTile<TLanes>(ref bias, ref weights, taps, ref x, toSecond, toThird, positions, ref MemoryMarshal.GetReference(aside), layout);
        for (int o = 0; o < outputs; o++)
        {
            for (int p = 0; p < positions; p++)
            {
                aside.Slice(((o * TilePositions) + p) * Tensor.Lanes, Tensor.Lanes).CopyTo(y[(int)((o * sums.ToOutput) + (p * sums.ToPosition))..]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyTile<TLanes>(
        ref float bias, ref float weights, ReadOnlySpan<int> taps, ref float x, nint toSecond, nint toThird, int positions, ref float y, Sums sums)
        where TLanes : struct, ILanes<TLanes>
    {
        if (positions == TilePositions)
        {
            for (nint lane = 0; lane < Tensor.Lanes; lane += TLanes.Count)
            {
                Tile3<TLanes>(ref bias, ref weights, taps, ref Unsafe.Add(ref x, lane), toSecond, toThird, ref Unsafe.Add(ref y, lane), sums);
            }
        }
        else if (positions == 2)
        {
            for (nint lane = 0; lane < Tensor.Lanes; lane += TLanes.Count)
            {
                Tile2<TLanes>(ref bias, ref weights, taps, ref Unsafe.Add(ref x, lane), toSecond, ref Unsafe.Add(ref y, lane), sums);
            }
        }
        else
        {
            // One position alone gives its second half the place of a second position; where it has no halves, it is its own second.
            nint half = TLanes.Count < Tensor.Lanes ? Tensor.Lanes / 2 : 0;
            for (nint lane = 0; lane < Tensor.Lanes - half; lane += TLanes.Count)
            {
                Tile2<TLanes>(ref bias, ref weights, taps, ref Unsafe.Add(ref x, lane), half, ref Unsafe.Add(ref y, lane), sums with { ToPosition = half });
            }
        }
    }

    private static void Tile3<TLanes>(
        ref float bias, ref float w, ReadOnlySpan<int> taps, ref float x, nint toSecond, nint toThird, ref float y, Sums sums)
        where TLanes : struct, ILanes<TLanes>
    {
        // Sum of output i at position j is s‹i›‹j›; they start at the bias, or where the last chunk stopped.
        TLanes s00, s01, s02, s10, s11, s12, s20, s21, s22, s30, s31, s32;
        ref float y1 = ref Unsafe.Add(ref y, sums.ToOutput);
        ref float y2 = ref Unsafe.Add(ref y1, sums.ToOutput);
        ref float y3 = ref Unsafe.Add(ref y2, sums.ToOutput);
        nint third = 2 * sums.ToPosition;
        if (sums.Continue)
        {
            (s00, s01, s02) = (TLanes.Load(ref y), TLanes.Load(ref y, sums.ToPosition), TLanes.Load(ref y, third));
            (s10, s11, s12) = (TLanes.Load(ref y1), TLanes.Load(ref y1, sums.ToPosition), TLanes.Load(ref y1, third));
            (s20, s21, s22) = (TLanes.Load(ref y2), TLanes.Load(ref y2, sums.ToPosition), TLanes.Load(ref y2, third));
            (s30, s31, s32) = (TLanes.Load(ref y3), TLanes.Load(ref y3, sums.ToPosition), TLanes.Load(ref y3, third));
        }
        else
        {
            s00 = s01 = s02 = TLanes.All(bias);
            s10 = s11 = s12 = TLanes.All(Unsafe.Add(ref bias, 1));
            s20 = s21 = s22 = TLanes.All(Unsafe.Add(ref bias, 2));
            s30 = s31 = s32 = TLanes.All(Unsafe.Add(ref bias, 3));
        }

        foreach (int tap in taps)
        {
            ref float at = ref Unsafe.Add(ref x, tap);
            TLanes x0 = TLanes.Load(ref at);
            TLanes x1 = TLanes.Load(ref at, toSecond);
            TLanes x2 = TLanes.Load(ref at, toThird);

            TLanes weight = TLanes.All(w);
            s00 = TLanes.MultiplyAdd(weight, x0, s00);
            s01 = TLanes.MultiplyAdd(weight, x1, s01);
            s02 = TLanes.MultiplyAdd(weight, x2, s02);
            weight = TLanes.All(Unsafe.Add(ref w, 1));
            s10 = TLanes.MultiplyAdd(weight, x0, s10);
            s11 = TLanes.MultiplyAdd(weight, x1, s11);
            s12 = TLanes.MultiplyAdd(weight, x2, s12);
            weight = TLanes.All(Unsafe.Add(ref w, 2));
            s20 = TLanes.MultiplyAdd(weight, x0, s20);
            s21 = TLanes.MultiplyAdd(weight, x1, s21);
            s22 = TLanes.MultiplyAdd(weight, x2, s22);
            weight = TLanes.All(Unsafe.Add(ref w, 3));
            s30 = TLanes.MultiplyAdd(weight, x0, s30);
            s31 = TLanes.MultiplyAdd(weight, x1, s31);
            s32 = TLanes.MultiplyAdd(weight, x2, s32);
            w = ref Unsafe.Add(ref w, TileOutputs);
        }

        if (sums.Rectify)
        {
            TLanes zero = TLanes.All(0);
            (s00, s01, s02) = (TLanes.Larger(s00, zero), TLanes.Larger(s01, zero), TLanes.Larger(s02, zero));
            (s10, s11, s12) = (TLanes.Larger(s10, zero), TLanes.Larger(s11, zero), TLanes.Larger(s12, zero));
            (s20, s21, s22) = (TLanes.Larger(s20, zero), TLanes.Larger(s21, zero), TLanes.Larger(s22, zero));
            (s30, s31, s32) = (TLanes.Larger(s30, zero), TLanes.Larger(s31, zero), TLanes.Larger(s32, zero));
        }

        TLanes.Store(s00, ref y);
        TLanes.Store(s01, ref y, sums.ToPosition);
        TLanes.Store(s02, ref y, third);
        TLanes.Store(s10, ref y1);
        TLanes.Store(s11, ref y1, sums.ToPosition);
        TLanes.Store(s12, ref y1, third);
        TLanes.Store(s20, ref y2);
        TLanes.Store(s21, ref y2, sums.ToPosition);
        TLanes.Store(s22, ref y2, third);
        TLanes.Store(s30, ref y3);
        TLanes.Store(s31, ref y3, sums.ToPosition);
        TLanes.Store(s32, ref y3, third);
    }

    // Two positions leave eight sums, just enough to hide the latency of a multiply-add.
    private static void Tile2<TLanes>(
        ref float bias, ref float w, ReadOnlySpan<int> taps, ref float x, nint toSecond, ref float y, Sums sums)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes s00, s01, s10, s11, s20, s21, s30, s31;
        ref float y1 = ref Unsafe.Add(ref y, sums.ToOutput);
        ref float y2 = ref Unsafe.Add(ref y1, sums.ToOutput);
        ref float y3 = ref Unsafe.Add(ref y2, sums.ToOutput);
        if (sums.Continue)
        {
            (s00, s01) = (TLanes.Load(ref y), TLanes.Load(ref y, sums.ToPosition));
            (s10, s11) = (TLanes.Load(ref y1), TLanes.Load(ref y1, sums.ToPosition));
            (s20, s21) = (TLanes.Load(ref y2), TLanes.Load(ref y2, sums.ToPosition));
            (s30, s31) = (TLanes.Load(ref y3), TLanes.Load(ref y3, sums.ToPosition));
        }
        else
        {
            s00 = s01 = TLanes.All(bias);
            s10 = s11 = TLanes.All(Unsafe.Add(ref bias, 1));
            s20 = s21 = TLanes.All(Unsafe.Add(ref bias, 2));
            s30 = s31 = TLanes.All(Unsafe.Add(ref bias, 3));
        }

        foreach (int tap in taps)
        {
            ref float at = ref Unsafe.Add(ref x, tap);
            TLanes x0 = TLanes.Load(ref at);
            TLanes x1 = TLanes.Load(ref at, toSecond);
            TLanes weight = TLanes.All(w);
            s00 = TLanes.MultiplyAdd(weight, x0, s00);
            s01 = TLanes.MultiplyAdd(weight, x1, s01);
            weight = TLanes.All(Unsafe.Add(ref w, 1));
            s10 = TLanes.MultiplyAdd(weight, x0, s10);
            s11 = TLanes.MultiplyAdd(weight, x1, s11);
            weight = TLanes.All(Unsafe.Add(ref w, 2));
            s20 = TLanes.MultiplyAdd(weight, x0, s20);
            s21 = TLanes.MultiplyAdd(weight, x1, s21);
            weight = TLanes.All(Unsafe.Add(ref w, 3));
            s30 = TLanes.MultiplyAdd(weight, x0, s30);
            s31 = TLanes.MultiplyAdd(weight, x1, s31);
            w = ref Unsafe.Add(ref w, TileOutputs);
        }

        if (sums.Rectify)
        {
            TLanes zero = TLanes.All(0);
            (s00, s01, s10, s11) = (TLanes.Larger(s00, zero), TLanes.Larger(s01, zero), TLanes.Larger(s10, zero), TLanes.Larger(s11, zero));
            (s20, s21, s30, s31) = (TLanes.Larger(s20, zero), TLanes.Larger(s21, zero), TLanes.Larger(s30, zero), TLanes.Larger(s31, zero));
        }

        TLanes.Store(s00, ref y);
        TLanes.Store(s01, ref y, sums.ToPosition);
        TLanes.Store(s10, ref y1);
        TLanes.Store(s11, ref y1, sums.ToPosition);
        TLanes.Store(s20, ref y2);
        TLanes.Store(s21, ref y2, sums.ToPosition);
        TLanes.Store(s30, ref y3);
        TLanes.Store(s31, ref y3, sums.ToPosition);
    }

    // Where a tile's sums lie, whether they go on from what lies there, and whether they are the last and to be rectified.
    private readonly record struct Sums(nint ToOutput, nint ToPosition, bool Continue, bool Rectify);
}

/// <summary>Where <see cref="IndirectProduct"/> puts the sum of an output at a position, in floats.</summary>
internal readonly record struct OutputLayout(int Outputs, int OutputStride, int PositionStride);

internal static partial class Reference
{
    /// <summary>The twin of <see cref="IndirectProduct.Multiply"/> over plain weights [O x T].</summary>
    public static void Multiply(
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        ReadOnlySpan<int> positions,
        Span<float> y,
        OutputLayout layout)
    {
        for (int o = 0; o < layout.Outputs; o++)
        {
            for (int p = 0; p < positions.Length; p++)
            {
                for (int lane = 0; lane < Tensor.Lanes; lane++)
                {
                    float sum = bias.IsEmpty ? 0 : bias[o];
                    for (int t = 0; t < taps.Length; t++)
                    {
                        sum = MathF.FusedMultiplyAdd(weight[(o * taps.Length) + t], x[positions[p] + taps[t] + lane], sum);
                    }

                    y[(o * layout.OutputStride) + (p * layout.PositionStride) + lane] = sum;
                }
            }
        }
    }
}
