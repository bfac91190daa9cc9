using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

/// <summary>
/// The gradient of <see cref="IndirectProduct"/> to its weights: dW[o][t] = Σₚ Σ_lane dy[o][p] · x[position(p) + tap(t)].
/// </summary>
/// <remarks>
/// A tile of 4 outputs by 3 taps keeps 12 sums in registers and runs along the positions. Each of the sixteen lanes adds its
/// own image's positions in order; at the end the lanes are added in pairs (i and i+8, then i+4, i+2, i+1). That order is
/// the twin's, so the result equals it bit for bit, whatever the vector width.
/// </remarks>
internal static class IndirectGradient
{
    private const int TileTaps = 3;
    private const int SumsOfTile = IndirectProduct.TileOutputs * TileTaps * Tensor.Lanes;

    // Positions taken at a time, so that the rows of dy and x that a tile runs along stay in the first-level cache.
    private const int Segment = 56;

    /// <summary>Floats of scratch memory that <see cref="Compute"/> needs.</summary>
    public static int ScratchSize(int taps) => (taps + TileTaps - 1) / TileTaps * SumsOfTile;

    /// <summary>Computes one block's gradient.</summary>
    /// <param name="dy">Gradients that <paramref name="layout"/> describes.</param>
    /// <param name="x">The inputs that the offsets point into.</param>
    /// <param name="taps">[T] offsets in floats.</param>
    /// <param name="positions">[P] offsets in floats.</param>
    /// <param name="gradient">[O x T] receives the sums.</param>
    /// <param name="layout">Where each output's positions lie in <paramref name="dy"/>.</param>
    /// <param name="sums">[<see cref="ScratchSize"/>] scratch.</param>
    public static void Compute(
        ReadOnlySpan<float> dy,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        ReadOnlySpan<int> positions,
        Span<float> gradient,
        OutputLayout layout,
        Span<float> sums)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Compute<Lanes16>(dy, x, taps, positions, gradient, layout, sums);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Compute<Lanes8>(dy, x, taps, positions, gradient, layout, sums);
        }
        else
        {
            Compute<Lanes4>(dy, x, taps, positions, gradient, layout, sums);
        }
    }

    /// <summary>The same for vectors of one width.</summary>
    internal static void Compute<TLanes>(
        ReadOnlySpan<float> dy,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        ReadOnlySpan<int> positions,
        Span<float> gradient,
        OutputLayout layout,
        Span<float> sums)
        where TLanes : struct, ILanes<TLanes>
    {
        int last = taps.Length - 1;
        for (int output = 0; output < layout.Outputs; output += IndirectProduct.TileOutputs)
        {
            ReadOnlySpan<float> rows = dy[(output * layout.OutputStride)..];
            int valid = Math.Min(IndirectProduct.TileOutputs, layout.Outputs - output);
            for (int start = 0; start < positions.Length; start += Segment)
            {
                ReadOnlySpan<int> segment = positions[start..Math.Min(start + Segment, positions.Length)];
                for (int t = 0; t < taps.Length; t += TileTaps)
                {
                    // The last tile repeats its last tap, and the last output tile its last output; their sums are not used.
                    ref float tile = ref MemoryMarshal.GetReference(sums.Slice(t / TileTaps * SumsOfTile, SumsOfTile));
                    ref float from = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), taps[t]);
                    for (nint lane = 0; lane < Tensor.Lanes; lane += TLanes.Count)
                    {
                        Tile<TLanes>(
                            ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), (start * layout.PositionStride) + lane),
                            layout,
                            valid - 1,
                            ref Unsafe.Add(ref from, lane),
                            taps[Math.Min(t + 1, last)] - taps[t],
                            taps[Math.Min(t + 2, last)] - taps[t],
                            segment,
                            start > 0,
                            ref Unsafe.Add(ref tile, lane));
                    }
                }
            }

            AddLanes(sums, gradient[(output * taps.Length)..], taps.Length, valid);
        }
    }

    private static void Tile<TLanes>(
        ref float d, OutputLayout layout, int last, ref float x, nint toTap1, nint toTap2, ReadOnlySpan<int> positions, bool continues, ref float s)
        where TLanes : struct, ILanes<TLanes>
    {
        nint toOutput1 = Math.Min(1, last) * layout.OutputStride;
        nint toOutput2 = Math.Min(2, last) * layout.OutputStride;
        nint toOutput3 = Math.Min(3, last) * layout.OutputStride;

        // Sum of output i and tap j is s‹i›‹j›.
        TLanes s00, s01, s02, s10, s11, s12, s20, s21, s22, s30, s31, s32;
        s00 = s01 = s02 = s10 = s11 = s12 = s20 = s21 = s22 = s30 = s31 = s32 = TLanes.All(0);
        if (continues)
        {
            (s00, s01, s02) = Load<TLanes>(ref s, 0);
            (s10, s11, s12) = Load<TLanes>(ref s, 1);
            (s20, s21, s22) = Load<TLanes>(ref s, 2);
            (s30, s31, s32) = Load<TLanes>(ref s, 3);
        }

        foreach (int position in positions)
        {
            ref float at = ref Unsafe.Add(ref x, position);
            TLanes x0 = TLanes.Load(ref at);
            TLanes x1 = TLanes.Load(ref at, toTap1);
            TLanes x2 = TLanes.Load(ref at, toTap2);

            TLanes g = TLanes.Load(ref d);
            s00 = TLanes.MultiplyAdd(g, x0, s00);
            s01 = TLanes.MultiplyAdd(g, x1, s01);
            s02 = TLanes.MultiplyAdd(g, x2, s02);
            g = TLanes.Load(ref d, toOutput1);
            s10 = TLanes.MultiplyAdd(g, x0, s10);
            s11 = TLanes.MultiplyAdd(g, x1, s11);
            s12 = TLanes.MultiplyAdd(g, x2, s12);
            g = TLanes.Load(ref d, toOutput2);
            s20 = TLanes.MultiplyAdd(g, x0, s20);
            s21 = TLanes.MultiplyAdd(g, x1, s21);
            s22 = TLanes.MultiplyAdd(g, x2, s22);
            g = TLanes.Load(ref d, toOutput3);
            s30 = TLanes.MultiplyAdd(g, x0, s30);
            s31 = TLanes.MultiplyAdd(g, x1, s31);
            s32 = TLanes.MultiplyAdd(g, x2, s32);
            d = ref Unsafe.Add(ref d, layout.PositionStride);
        }

        Store(ref s, 0, s00, s01, s02);
        Store(ref s, 1, s10, s11, s12);
        Store(ref s, 2, s20, s21, s22);
        Store(ref s, 3, s30, s31, s32);
    }

    private static void AddLanes(Span<float> sums, Span<float> gradient, int taps, int outputs)
    {
        for (int t = 0; t < taps; t++)
        {
            Span<float> tile = sums[(((t / TileTaps * IndirectProduct.TileOutputs * TileTaps) + (t % TileTaps)) * Tensor.Lanes)..];
            for (int o = 0; o < outputs; o++)
            {
                gradient[(o * taps) + t] = Kernels.AddLanes(tile.Slice(o * TileTaps * Tensor.Lanes, Tensor.Lanes));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TLanes First, TLanes Second, TLanes Third) Load<TLanes>(ref float sums, int output)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float row = ref Unsafe.Add(ref sums, output * TileTaps * Tensor.Lanes);
        return (TLanes.Load(ref row), TLanes.Load(ref row, Tensor.Lanes), TLanes.Load(ref row, 2 * Tensor.Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes>(ref float sums, int output, TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float row = ref Unsafe.Add(ref sums, output * TileTaps * Tensor.Lanes);
        TLanes.Store(first, ref row);
        TLanes.Store(second, ref row, Tensor.Lanes);
        TLanes.Store(third, ref row, 2 * Tensor.Lanes);
    }
}

internal static partial class Kernels
{
    /// <summary>The sum of sixteen lanes: i and i+8 first, then i+4, i+2, i+1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AddLanes(ReadOnlySpan<float> lanes)
    {
        Vector256<float> eight = Vector256.Create(lanes) + Vector256.Create(lanes[8..]);
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        four += Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        four += Vector128.Shuffle(four, Vector128.Create(1, 0, 3, 2));
        return four.ToScalar();
    }
}

internal static partial class Reference
{
    /// <summary>The twin of <see cref="IndirectGradient.Compute"/>.</summary>
    public static void Gradient(
        ReadOnlySpan<float> dy, ReadOnlySpan<float> x, ReadOnlySpan<int> taps, ReadOnlySpan<int> positions, Span<float> gradient, OutputLayout layout)
    {
        Span<float> lanes = stackalloc float[Tensor.Lanes];
        for (int o = 0; o < layout.Outputs; o++)
        {
            for (int t = 0; t < taps.Length; t++)
            {
                lanes.Clear();
                for (int p = 0; p < positions.Length; p++)
                {
                    for (int lane = 0; lane < Tensor.Lanes; lane++)
                    {
                        float d = dy[(o * layout.OutputStride) + (p * layout.PositionStride) + lane];
                        lanes[lane] = MathF.FusedMultiplyAdd(d, x[positions[p] + taps[t] + lane], lanes[lane]);
                    }
                }

                gradient[(o * taps.Length) + t] = AddLanes(lanes);
            }
        }
    }

    /// <summary>The twin of <see cref="Kernels.AddLanes"/>.</summary>
    public static float AddLanes(ReadOnlySpan<float> lanes) => lanes.Length == 1
        ? lanes[0]
        : AddLanes(Halved(lanes));

    private static float[] Halved(ReadOnlySpan<float> lanes)
    {
        float[] sums = new float[lanes.Length / 2];
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = lanes[i] + lanes[i + sums.Length];
        }

        return sums;
    }
}
