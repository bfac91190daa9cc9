using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cifra.Numerics;

/// <summary>
/// The matrix product under every convolution and dense layer: y[o][p] = b[o] + Σₜ W[o][t] · x[position(p) + tap(t)].
/// </summary>
/// <remarks>
/// <para>
/// "Indirect" because x is found through two tables of offsets instead of being copied into a matrix: a tap is a kernel
/// element of an input channel, a position a place of the output. For a dense layer a tap is an input and a position is a block of images.
/// Every x and y here is a run of sixteen images (<see cref="Tensor.Lanes"/>).
/// </para>
/// <para>
/// A tile of 4 outputs by 3 positions keeps 12 sums, 3 inputs and 1 weight in the 16 vector registers of AVX2: 7 loads feed 12
/// multiply-adds. Each lane is one image and adds its taps in order, so the result equals the twin bit for bit,
/// whatever the vector width.
/// </para>
/// </remarks>
internal static class IndirectProduct
{
    /// <summary>Outputs of a tile.</summary>
    public const int TileOutputs = 4;

    private const int TilePositions = 3;

    /// <summary>Floats that <see cref="Pack"/> needs.</summary>
    public static int PackedSize(int outputs, int taps) => Tiles(outputs) * TileOutputs * (taps + 1);

    /// <summary>Number of tiles that hold <paramref name="outputs"/> outputs; the last may be filled up with zeros.</summary>
    public static int Tiles(int outputs) => (outputs + TileOutputs - 1) / TileOutputs;

    /// <summary>Lays weights out as the tiles read them: per tile 4 biases, then 4 weights a tap.</summary>
    /// <param name="weight">The weight of output o at tap t stands at o·<paramref name="outputStride"/> + <paramref name="taps"/>[t], so that a transposed matrix needs no copy.</param>
    /// <param name="bias">[O], or empty for none.</param>
    /// <param name="packed">[tiles][T + 1][4] receives them.</param>
    /// <param name="outputs">O.</param>
    /// <param name="taps">[T] offset of each tap's weight.</param>
    /// <param name="outputStride">Floats from one output's weights to the next one's.</param>
    public static void Pack(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> packed, int outputs, ReadOnlySpan<int> taps, int outputStride)
    {
        packed.Clear();
        int tileSize = TileOutputs * (taps.Length + 1);
        for (int o = 0; o < outputs; o++)
        {
            Span<float> column = packed[((o / TileOutputs * tileSize) + (o % TileOutputs))..];
            column[0] = bias.IsEmpty ? 0 : bias[o];
            for (int t = 0; t < taps.Length; t++)
            {
                column[TileOutputs * (t + 1)] = weight[(o * outputStride) + taps[t]];
            }
        }
    }

    /// <summary>y[o][p] = b[o] + Σₜ W[o][t] · x[position(p) + tap(t)], for the outputs of <paramref name="tiles"/>.</summary>
    /// <param name="packed">From <see cref="Pack"/>, for all outputs.</param>
    /// <param name="tiles">Which tiles of outputs to compute.</param>
    /// <param name="x">The inputs that the offsets point into.</param>
    /// <param name="taps">[T] offsets in floats.</param>
    /// <param name="positions">[P] offsets in floats.</param>
    /// <param name="y">Receives the sums.</param>
    /// <param name="layout">Where each sum goes in <paramref name="y"/>.</param>
    public static void Multiply(
        ReadOnlySpan<float> packed,
        Range tiles,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        ReadOnlySpan<int> positions,
        Span<float> y,
        OutputLayout layout)
    {
        Debug.Assert(y.Length >= ((layout.Outputs - 1) * layout.OutputStride) + ((positions.Length - 1) * layout.PositionStride) + Tensor.Lanes, "y holds every sum");
        int tileSize = TileOutputs * (taps.Length + 1);
        for (int p = 0; p < positions.Length; p += TilePositions)
        {
            // The last tile repeats its last position rather than having a kernel of its own.
            int second = Math.Min(p + 1, positions.Length - 1);
            int third = Math.Min(p + 2, positions.Length - 1);
            var tile = new Tile(positions[p], positions[second], positions[third]);
            ReadOnlySpan<int> rows = [p * layout.PositionStride, second * layout.PositionStride, third * layout.PositionStride];

            for (int o = tiles.Start.Value; o < tiles.End.Value; o++)
            {
                Span<float> outputs = y[(o * TileOutputs * layout.OutputStride)..];
                int valid = Math.Min(TileOutputs, layout.Outputs - (o * TileOutputs));
                for (int lane = 0; lane < Tensor.Lanes; lane += Vector<float>.Count)
                {
                    MultiplyTile(packed.Slice(o * tileSize, tileSize), x[lane..], taps, tile, outputs[lane..], rows, layout.OutputStride, valid);
                }
            }
        }
    }

    private static void MultiplyTile(
        ReadOnlySpan<float> packed,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        Tile tile,
        Span<float> y,
        ReadOnlySpan<int> rows,
        int outputStride,
        int valid)
    {
        ref float w = ref MemoryMarshal.GetReference(packed);
        ref float first = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), tile.First);
        nint toSecond = tile.Second - tile.First;
        nint toThird = tile.Third - tile.First;

        // Sum of output i at position j is s‹i›‹j›; they start at the bias.
        var s00 = new Vector<float>(w);
        var s10 = new Vector<float>(Unsafe.Add(ref w, 1));
        var s20 = new Vector<float>(Unsafe.Add(ref w, 2));
        var s30 = new Vector<float>(Unsafe.Add(ref w, 3));
        Vector<float> s01 = s00, s02 = s00, s11 = s10, s12 = s10, s21 = s20, s22 = s20, s31 = s30, s32 = s30;

        foreach (int tap in taps)
        {
            w = ref Unsafe.Add(ref w, TileOutputs);
            ref float at = ref Unsafe.Add(ref first, tap);
            Vector<float> x0 = Vector.LoadUnsafe(ref at);
            Vector<float> x1 = Vector.LoadUnsafe(ref Unsafe.Add(ref at, toSecond));
            Vector<float> x2 = Vector.LoadUnsafe(ref Unsafe.Add(ref at, toThird));

            var weight = new Vector<float>(w);
            s00 = Vector.FusedMultiplyAdd(weight, x0, s00);
            s01 = Vector.FusedMultiplyAdd(weight, x1, s01);
            s02 = Vector.FusedMultiplyAdd(weight, x2, s02);
            weight = new Vector<float>(Unsafe.Add(ref w, 1));
            s10 = Vector.FusedMultiplyAdd(weight, x0, s10);
            s11 = Vector.FusedMultiplyAdd(weight, x1, s11);
            s12 = Vector.FusedMultiplyAdd(weight, x2, s12);
            weight = new Vector<float>(Unsafe.Add(ref w, 2));
            s20 = Vector.FusedMultiplyAdd(weight, x0, s20);
            s21 = Vector.FusedMultiplyAdd(weight, x1, s21);
            s22 = Vector.FusedMultiplyAdd(weight, x2, s22);
            weight = new Vector<float>(Unsafe.Add(ref w, 3));
            s30 = Vector.FusedMultiplyAdd(weight, x0, s30);
            s31 = Vector.FusedMultiplyAdd(weight, x1, s31);
            s32 = Vector.FusedMultiplyAdd(weight, x2, s32);
        }

        Store(y, rows, s00, s01, s02);
        if (valid > 1)
        {
            Store(y[outputStride..], rows, s10, s11, s12);
        }

        if (valid > 2)
        {
            Store(y[(2 * outputStride)..], rows, s20, s21, s22);
        }

        if (valid > 3)
        {
            Store(y[(3 * outputStride)..], rows, s30, s31, s32);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Span<float> y, ReadOnlySpan<int> rows, Vector<float> first, Vector<float> second, Vector<float> third)
    {
        first.CopyTo(y[rows[0]..]);
        second.CopyTo(y[rows[1]..]);
        third.CopyTo(y[rows[2]..]);
    }

    private readonly record struct Tile(int First, int Second, int Third);
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
