using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cifra.Numerics;

/// <summary>
/// The gradient of <see cref="IndirectProduct"/> to its weights: dW[o][t] += Σₚ Σ_lane dy[o][p] · x[position(p) + tap(t)].
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

    /// <summary>Floats of scratch memory that <see cref="Accumulate"/> needs.</summary>
    public static int ScratchSize(int taps) => (taps + TileTaps - 1) / TileTaps * SumsOfTile;

    /// <summary>Adds one block's gradient for the outputs <paramref name="output"/>..+3 to <paramref name="gradient"/>.</summary>
    /// <param name="dy">Gradients that <paramref name="layout"/> describes.</param>
    /// <param name="output">First output of the tile.</param>
    /// <param name="x">The inputs that the offsets point into.</param>
    /// <param name="taps">[T] offsets in floats.</param>
    /// <param name="positions">[P] offsets in floats.</param>
    /// <param name="gradient">[O x T] is added to.</param>
    /// <param name="layout">Where each output's positions lie in <paramref name="dy"/>.</param>
    /// <param name="sums">[<see cref="ScratchSize"/>] scratch.</param>
    public static void Accumulate(
        ReadOnlySpan<float> dy,
        int output,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        ReadOnlySpan<int> positions,
        Span<float> gradient,
        OutputLayout layout,
        Span<float> sums)
    {
        sums.Clear();
        for (int start = 0; start < positions.Length; start += Segment)
        {
            ReadOnlySpan<int> segment = positions[start..Math.Min(start + Segment, positions.Length)];
            ReadOnlySpan<float> from = dy[(start * layout.PositionStride)..];
            for (int t = 0; t < taps.Length; t += TileTaps)
            {
                // The last tile repeats its last tap, and the last output tile its last output; their sums are not used.
                var tile = new TapTile(taps[t], taps[Math.Min(t + 1, taps.Length - 1)], taps[Math.Min(t + 2, taps.Length - 1)]);
                Span<float> tileSums = sums.Slice(t / TileTaps * SumsOfTile, SumsOfTile);
                for (int lane = 0; lane < Tensor.Lanes; lane += Vector<float>.Count)
                {
                    AccumulateTile(from[lane..], output, x[lane..], tile, segment, tileSums[lane..], layout);
                }
            }
        }

        AddLanes(sums, output, taps.Length, gradient, layout.Outputs);
    }

    private static void AccumulateTile(
        ReadOnlySpan<float> dy, int output, ReadOnlySpan<float> x, TapTile tile, ReadOnlySpan<int> positions, Span<float> sums, OutputLayout layout)
    {
        int last = layout.Outputs - 1;
        ref float d = ref Unsafe.Add(ref MemoryMarshal.GetReference(dy), output * layout.OutputStride);
        nint toOutput1 = (Math.Min(output + 1, last) - output) * layout.OutputStride;
        nint toOutput2 = (Math.Min(output + 2, last) - output) * layout.OutputStride;
        nint toOutput3 = (Math.Min(output + 3, last) - output) * layout.OutputStride;
        ref float first = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), tile.First);
        nint toTap1 = tile.Second - tile.First;
        nint toTap2 = tile.Third - tile.First;
        ref float s = ref MemoryMarshal.GetReference(sums);

        // Sum of output i and tap j is s‹i›‹j›.
        Vector<float> s00 = Load(ref s, 0), s01 = Load(ref s, 1), s02 = Load(ref s, 2);
        Vector<float> s10 = Load(ref s, 3), s11 = Load(ref s, 4), s12 = Load(ref s, 5);
        Vector<float> s20 = Load(ref s, 6), s21 = Load(ref s, 7), s22 = Load(ref s, 8);
        Vector<float> s30 = Load(ref s, 9), s31 = Load(ref s, 10), s32 = Load(ref s, 11);

        foreach (int position in positions)
        {
            ref float at = ref Unsafe.Add(ref first, position);
            Vector<float> x0 = Vector.LoadUnsafe(ref at);
            Vector<float> x1 = Vector.LoadUnsafe(ref Unsafe.Add(ref at, toTap1));
            Vector<float> x2 = Vector.LoadUnsafe(ref Unsafe.Add(ref at, toTap2));

            Vector<float> g = Vector.LoadUnsafe(ref d);
            s00 = Vector.FusedMultiplyAdd(g, x0, s00);
            s01 = Vector.FusedMultiplyAdd(g, x1, s01);
            s02 = Vector.FusedMultiplyAdd(g, x2, s02);
            g = Vector.LoadUnsafe(ref Unsafe.Add(ref d, toOutput1));
            s10 = Vector.FusedMultiplyAdd(g, x0, s10);
            s11 = Vector.FusedMultiplyAdd(g, x1, s11);
            s12 = Vector.FusedMultiplyAdd(g, x2, s12);
            g = Vector.LoadUnsafe(ref Unsafe.Add(ref d, toOutput2));
            s20 = Vector.FusedMultiplyAdd(g, x0, s20);
            s21 = Vector.FusedMultiplyAdd(g, x1, s21);
            s22 = Vector.FusedMultiplyAdd(g, x2, s22);
            g = Vector.LoadUnsafe(ref Unsafe.Add(ref d, toOutput3));
            s30 = Vector.FusedMultiplyAdd(g, x0, s30);
            s31 = Vector.FusedMultiplyAdd(g, x1, s31);
            s32 = Vector.FusedMultiplyAdd(g, x2, s32);
            d = ref Unsafe.Add(ref d, layout.PositionStride);
        }

        Save(s00, ref s, 0);
        Save(s01, ref s, 1);
        Save(s02, ref s, 2);
        Save(s10, ref s, 3);
        Save(s11, ref s, 4);
        Save(s12, ref s, 5);
        Save(s20, ref s, 6);
        Save(s21, ref s, 7);
        Save(s22, ref s, 8);
        Save(s30, ref s, 9);
        Save(s31, ref s, 10);
        Save(s32, ref s, 11);
    }

    private static void AddLanes(Span<float> sums, int output, int taps, Span<float> gradient, int outputs)
    {
        int valid = Math.Min(IndirectProduct.TileOutputs, outputs - output);
        for (int o = 0; o < valid; o++)
        {
            Span<float> row = gradient.Slice((output + o) * taps, taps);
            for (int t = 0; t < taps; t++)
            {
                int at = (t / TileTaps * SumsOfTile) + (((o * TileTaps) + (t % TileTaps)) * Tensor.Lanes);
                row[t] += Kernels.AddLanes(sums.Slice(at, Tensor.Lanes));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Load(ref float sums, int index) => Vector.LoadUnsafe(ref sums, (nuint)(index * Tensor.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Save(Vector<float> sum, ref float sums, int index) => sum.StoreUnsafe(ref sums, (nuint)(index * Tensor.Lanes));

    private readonly record struct TapTile(int First, int Second, int Third);
}

internal static partial class Kernels
{
    /// <summary>The sum of sixteen lanes: i and i+8 first, then i+4, i+2, i+1. Destroys them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AddLanes(Span<float> lanes)
    {
        for (int half = Tensor.Lanes / 2; half >= Vector<float>.Count; half /= 2)
        {
            for (int i = 0; i < half; i += Vector<float>.Count)
            {
                (new Vector<float>(lanes[i..]) + new Vector<float>(lanes[(i + half)..])).CopyTo(lanes[i..]);
            }
        }

        for (int half = Math.Min(Vector<float>.Count, Tensor.Lanes) / 2; half >= 1; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                lanes[i] += lanes[i + half];
            }
        }

        return lanes[0];
    }
}

internal static partial class Reference
{
    /// <summary>The twin of <see cref="IndirectGradient.Accumulate"/>, for all outputs.</summary>
    public static void AccumulateGradient(
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

                gradient[(o * taps.Length) + t] += AddLanes(lanes);
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
