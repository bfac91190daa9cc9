using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

/// <summary>
/// The same matrix product as <see cref="IndirectProduct"/> for one picture, with outputs in the lanes instead of images:
/// y[p][o] = b[o] + Σₜ W[o][t] · x[position(p) + tap(t)].
/// </summary>
/// <remarks>
/// <para>
/// Every x is a single float, which is spread over the lanes, and weights are vectors along the outputs. A picture's values lie as
/// [H][W][C], its channels filled up with zeros to <see cref="Width"/>.
/// </para>
/// <para>
/// A lane starts at its bias and adds its taps in order, each rounded once, as the lanes of <see cref="IndirectProduct"/> do: a picture alone
/// gets the bits that it gets among others.
/// </para>
/// </remarks>
internal static class ChannelProduct
{
    /// <summary>Outputs of a run: the vectors of AVX2.</summary>
    public const int Run = 8;

    private const int WidestTile = 4;

    /// <summary>Floats for this number of outputs of one position.</summary>
    public static int Width(int outputs) => Math.Max(2, (outputs + Run - 1) / Run) * Run;

    /// <summary>Floats that <see cref="Pack"/> needs.</summary>
    public static int PackedSize(int outputs, int taps) => Width(outputs) * (taps + 1);

    /// <summary>Lays weights out as the tiles read them: per tile its biases, then its weights tap by tap.</summary>
    /// <param name="weight">[O x T].</param>
    /// <param name="bias">[O].</param>
    /// <param name="packed">[tiles][T + 1][outputs of the tile] receives them; outputs beyond the last are zero.</param>
    public static void Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> packed)
    {
        int taps = weight.Length / bias.Length;
        int width = Width(bias.Length);
        packed.Clear();
        for (int first = 0; first < width;)
        {
            int size = TileRuns((width - first) / Run) * Run;
            for (int o = first; o < Math.Min(first + size, bias.Length); o++)
            {
                packed[o - first] = bias[o];
                for (int t = 0; t < taps; t++)
                {
                    packed[((t + 1) * size) + o - first] = weight[(o * taps) + t];
                }
            }

            packed = packed[(size * (taps + 1))..];
            first += size;
        }
    }

    /// <summary>y[p][o] = b[o] + Σₜ W[o][t] · x[position(p) + tap(t)].</summary>
    /// <param name="packed">From <see cref="Pack"/>.</param>
    /// <param name="width">Width of the outputs.</param>
    /// <param name="x">The inputs that the offsets point into.</param>
    /// <param name="taps">[T] offsets in floats.</param>
    /// <param name="positions">[P] offsets in floats.</param>
    /// <param name="y">Receives the sums.</param>
    /// <param name="positionStep">Floats from a position's sums to the next one's.</param>
    /// <param name="rectify">Whether sums below zero become zero.</param>
    public static void Multiply(
        ReadOnlySpan<float> packed,
        int width,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        ReadOnlySpan<int> positions,
        Span<float> y,
        int positionStep,
        bool rectify = false)
    {
        Debug.Assert(packed.Length >= width * (taps.Length + 1), "packed holds all weights");
        Debug.Assert(y.Length >= ((positions.Length - 1) * positionStep) + width, "y holds every sum");
        if (Vector256.IsHardwareAccelerated)
        {
            Multiply<Lanes8>(packed, width, x, taps, positions, y, positionStep, rectify);
        }
        else
        {
            Multiply<Lanes4>(packed, width, x, taps, positions, y, positionStep, rectify);
        }
    }

    /// <summary>The same for vectors of one width.</summary>
    internal static void Multiply<TLanes>(
        ReadOnlySpan<float> packed,
        int width,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        ReadOnlySpan<int> positions,
        Span<float> y,
        int positionStep,
        bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float from = ref MemoryMarshal.GetReference(x);
        for (int first = 0; first < width;)
        {
            int runs = TileRuns((width - first) / Run);
            int size = runs * Run;
            for (nint lane = 0; lane < Run; lane += TLanes.Count)
            {
                ref float w = ref Unsafe.Add(ref MemoryMarshal.GetReference(packed), lane);
                ref float to = ref Unsafe.Add(ref MemoryMarshal.GetReference(y), first + lane);
                Tiles<TLanes>(ref w, runs, taps, ref from, positions, ref to, positionStep, rectify);
            }

            packed = packed[(size * (taps.Length + 1))..];
            first += size;
        }
    }

    /// <summary>Whether <see cref="MultiplySome"/> supports this width of the outputs.</summary>
    public static bool TakesSome(int width) => width % (2 * WidestTile * Run) == 0;

    /// <summary>y[o] = b[o] + Σ W[o][i] · x[i] over some inputs i. The weights of the others are not even read.</summary>
    /// <param name="packed">From <see cref="Pack"/>, for all inputs.</param>
    /// <param name="width">Width of the outputs, which <see cref="TakesSome"/>.</param>
    /// <param name="x">[I].</param>
    /// <param name="inputs">Which of them, ascending.</param>
    /// <param name="y">[<paramref name="width"/>] receives the sums.</param>
    /// <param name="rectify">Whether sums below zero become zero.</param>
    public static void MultiplySome(
        ReadOnlySpan<float> packed, int width, ReadOnlySpan<float> x, ReadOnlySpan<int> inputs, Span<float> y, bool rectify)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            MultiplySome<Lanes8>(packed, width, x, inputs, y, rectify);
        }
        else
        {
            MultiplySome<Lanes4>(packed, width, x, inputs, y, rectify);
        }
    }

    /// <summary>The same for vectors of one width.</summary>
    internal static void MultiplySome<TLanes>(
        ReadOnlySpan<float> packed, int width, ReadOnlySpan<float> x, ReadOnlySpan<int> inputs, Span<float> y, bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        const int Size = WidestTile * Run;
        int tileSize = Size * (x.Length + 1);
        for (int first = 0; first < width; first += 2 * Size, packed = packed[(2 * tileSize)..])
        {
            for (nint lane = 0; lane < Run; lane += TLanes.Count)
            {
                ref float w = ref Unsafe.Add(ref MemoryMarshal.GetReference(packed), lane);
                ref float to = ref Unsafe.Add(ref MemoryMarshal.GetReference(y), first + lane);
                ChannelTiles.EightByOne<TLanes>(
                    ref w, ref Unsafe.Add(ref w, tileSize), Size, Run, inputs, ref MemoryMarshal.GetReference(x), ref to, rectify);
            }
        }
    }

    /// <summary>Lists the values that are not zero.</summary>
    /// <param name="x">Values.</param>
    /// <param name="indices">Receives the index of each.</param>
    /// <returns>The number of indices.</returns>
    public static int NotZero(ReadOnlySpan<float> x, Span<int> indices)
    {
        int count = 0;
        int i = 0;
        for (; i <= x.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            uint some = ~Vector256.Equals(Vector256.Create(x[i..]), Vector256<float>.Zero).ExtractMostSignificantBits() & 0xFF;
            for (; some != 0; some &= some - 1)
            {
                indices[count++] = i + BitOperations.TrailingZeroCount(some);
            }
        }

        for (; i < x.Length; i++)
        {
            if (x[i] != 0)
            {
                indices[count++] = i;
            }
        }

        return count;
    }

    // One tile of outputs at all positions.
    private static void Tiles<TLanes>(
        ref float w, int runs, ReadOnlySpan<int> taps, ref float x, ReadOnlySpan<int> positions, ref float y, nint positionStep, bool rectify)
        where TLanes : struct, ILanes<TLanes>
    {
        switch (runs)
        {
            case 4:
                for (int p = 0; p < positions.Length; p += 3)
                {
                    ChannelTiles.FourByThree<TLanes>(ref w, 4 * Run, Run, taps, ref x, positions, p, ref y, positionStep, rectify);
                }

                break;
            case 3:
                for (int p = 0; p < positions.Length; p += 4)
                {
                    ChannelTiles.ThreeByFour<TLanes>(ref w, 3 * Run, Run, taps, ref x, positions, p, ref y, positionStep, rectify);
                }

                break;
            default:
                for (int p = 0; p < positions.Length; p += 6)
                {
                    ChannelTiles.TwoBySix<TLanes>(ref w, 2 * Run, Run, taps, ref x, positions, p, ref y, positionStep, rectify);
                }

                break;
        }
    }

    // Runs of the next tile: four, and at the end two or three, so that no single run is left.
    private static int TileRuns(int left) => left is 4 or > 5 ? WidestTile : left == 5 ? 3 : left;
}

internal static partial class Reference
{
    /// <summary>
    /// The twin of <see cref="ChannelProduct.Multiply(ReadOnlySpan{float}, int, ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{int}, Span{float}, int,
    /// bool)"/> over plain weights [O x T].
    /// </summary>
    public static void MultiplyChannels(
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<float> x,
        ReadOnlySpan<int> taps,
        ReadOnlySpan<int> positions,
        Span<float> y,
        int positionStep,
        bool rectify)
    {
        for (int p = 0; p < positions.Length; p++)
        {
            for (int o = 0; o < ChannelProduct.Width(bias.Length); o++)
            {
                float sum = o < bias.Length ? bias[o] : 0;
                for (int t = 0; t < taps.Length; t++)
                {
                    sum = MathF.FusedMultiplyAdd(o < bias.Length ? weight[(o * taps.Length) + t] : 0, x[positions[p] + taps[t]], sum);
                }

                y[(p * positionStep) + o] = !rectify || sum > 0 ? sum : 0;
            }
        }
    }
}
