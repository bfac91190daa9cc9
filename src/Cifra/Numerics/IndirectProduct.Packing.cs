namespace Cifra.Numerics;

// How weights lie in memory for the tiles to read them.
internal static partial class IndirectProduct
{
    /// <summary>Floats that <see cref="Pack"/> needs.</summary>
    public static int PackedSize(int outputs, int taps) => Tiles(outputs) * TileOutputs * (taps + 1);

    /// <summary>Number of tiles that hold <paramref name="outputs"/> outputs; the last may be filled up with zeros.</summary>
    public static int Tiles(int outputs) => (outputs + TileOutputs - 1) / TileOutputs;

    /// <summary>Lays weights out as the tiles read them: per tile 4 biases, then 4 weights a tap.</summary>
    /// <param name="kernels">Weights, of taps (input, element of its kernel).</param>
    /// <param name="inputs">Inputs of an output.</param>
    /// <param name="area">Elements of a kernel; 1 in a dense layer.</param>
    /// <param name="bias">[O], or empty for none.</param>
    /// <param name="packed">[tiles][T + 1][4] receives them.</param>
    /// <param name="outputs">O.</param>
    public static void Pack(KernelView kernels, int inputs, int area, ReadOnlySpan<float> bias, Span<float> packed, int outputs)
    {
        int tileSize = TileOutputs * ((inputs * area) + 1);
        for (int first = 0; first < outputs; first += TileOutputs)
        {
            Span<float> tile = packed.Slice(first / TileOutputs * tileSize, tileSize);
            int valid = Math.Min(TileOutputs, outputs - first);
            if (valid < TileOutputs)
            {
                tile.Clear();
            }

            for (int o = 0; o < valid; o++)
            {
                tile[o] = bias.IsEmpty ? 0 : bias[first + o];
            }

            for (int input = 0; input < inputs; input++)
            {
                ReadOnlySpan<float> kernel = kernels.Weight[((first * kernels.OutputStride) + (input * kernels.InputStride))..];
                Span<float> to = tile.Slice(TileOutputs * (1 + (input * area)), TileOutputs * area);
                PackKernels(kernel, kernels.OutputStride, kernels.Turned, area, valid, to);
            }
        }
    }

    /// <summary>The weights that <see cref="Pack"/> laid out.</summary>
    /// <param name="packed">[tiles][T + 1][4].</param>
    /// <param name="weight">[O x T] receives them.</param>
    /// <param name="bias">[O] receives the biases.</param>
    public static void Unpack(ReadOnlySpan<float> packed, Span<float> weight, Span<float> bias)
    {
        int taps = weight.Length / bias.Length;
        for (int o = 0; o < bias.Length; o++)
        {
            ReadOnlySpan<float> lane = packed[((o / TileOutputs * TileOutputs * (taps + 1)) + (o % TileOutputs))..];
            bias[o] = lane[0];
            for (int t = 0; t < taps; t++)
            {
                weight[(o * taps) + t] = lane[(t + 1) * TileOutputs];
            }
        }
    }

    private static void PackKernels(ReadOnlySpan<float> kernel, int outputStride, bool turned, int area, int valid, Span<float> to)
    {
        for (int element = 0; element < area; element++)
        {
            ReadOnlySpan<float> from = kernel[(turned ? area - 1 - element : element)..];
            Span<float> four = to.Slice(element * TileOutputs, TileOutputs);
            if (valid == TileOutputs)
            {
                four[3] = from[3 * outputStride];
                four[0] = from[0];
                four[1] = from[outputStride];
                four[2] = from[2 * outputStride];
                continue;
            }

            for (int o = 0; o < valid; o++)
            {
                four[o] = from[o * outputStride];
            }
        }
    }
}
