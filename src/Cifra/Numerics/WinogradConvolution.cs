using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cifra.Numerics;

/// <summary>A 3x3 convolution of stride 1 by <see cref="WinogradTransform"/>: a quarter of the multiplications of the direct method.</summary>
/// <remarks>
/// Three tiles at a time: their inputs are transformed, each of the 36 points is a matrix product over the channels
/// (<see cref="IndirectProduct"/>), and the sums are transformed back, rectified and pooled while they are in the cache.
/// The result differs from the direct method's by rounding: at most 3e-6 of Σ|w·x| was seen, 1e-5 is held by a test.
/// </remarks>
internal sealed class WinogradConvolution : BlockConvolution
{
    private const int Group = 3;
    private const int OutputsAtOnce = 32; // a multiple of a tile's; their products stay in the second-level cache
    private const int GroupRun = Group * Tensor.Lanes;
    private const int Points = WinogradTransform.Points;
    private static readonly int[] GroupPositions = GeometryTables.Grid(1, 1, Group, 0, 0, Tensor.Lanes);

    private readonly WinogradTiles _tiles;
    private readonly int[] _channels;

    /// <summary>The algorithm for images of this size; the count of the batch does not matter.</summary>
    /// <param name="input">Size of an input image.</param>
    /// <param name="outputs">O, output channels.</param>
    /// <param name="window">A window that <see cref="Fits"/>.</param>
    public WinogradConvolution(Shape input, int outputs, Window window)
        : base(input, outputs, window)
    {
        _tiles = new WinogradTiles(Input, Output, window);
        _channels = GeometryTables.Grid(1, 1, input.Channels, 0, 0, GroupRun);
    }

    /// <inheritdoc/>
    public override int PackedSize => (Points * PointSize) + Output.Channels; // the biases come last

    private int PointSize => IndirectProduct.PackedSize(Output.Channels, Input.Channels);

    /// <summary>Whether the algorithm supports the window, and its transforms pay off for this number of channels.</summary>
    public static bool Fits(Window window, int inputs, int outputs) =>
        window is { Height: 3, Width: 3, Stride: 1, PaddingHeight: <= 2, PaddingWidth: <= 2 } && inputs >= 8 && outputs >= 8;

    /// <inheritdoc/>
    public override void Pack(KernelView kernels, ReadOnlySpan<float> bias, Span<float> packed)
    {
        const int Tile = IndirectProduct.TileOutputs;
        Span<float> four = stackalloc float[9 * Tile]; // the same element of four kernels side by side
        Span<float> work = stackalloc float[Points * Tile];
        int tileSize = Tile * (Input.Channels + 1);
        packed.Clear();
        bias.CopyTo(packed[(Points * PointSize)..]);
        for (int first = 0; first < Output.Channels; first += Tile)
        {
            int valid = Math.Min(Tile, Output.Channels - first);
            for (int c = 0; c < Input.Channels; c++)
            {
                for (int o = 0; o < valid; o++)
                {
                    ReadOnlySpan<float> kernel = kernels.Weight.Slice(((first + o) * kernels.OutputStride) + (c * kernels.InputStride), 9);
                    for (int element = 0; element < kernel.Length; element++)
                    {
                        four[(element * Tile) + o] = kernel[kernels.Turned ? 8 - element : element];
                    }
                }

                ref float to = ref packed[(first / Tile * tileSize) + (Tile * (c + 1))];
                WinogradTransform.Kernel<Lanes4>(ref four[0], Tile, ref to, PointSize, ref work[0]);
            }

            four.Clear();
        }
    }

    /// <summary>The weights of one of the 36 products, as <see cref="Pack"/> laid them out.</summary>
    /// <param name="packed">All of them.</param>
    /// <param name="point">Which product.</param>
    /// <param name="weight">[O x C] receives its weights.</param>
    /// <param name="bias">[O] receives what is added after the transform.</param>
    public void UnpackPoint(ReadOnlySpan<float> packed, int point, Span<float> weight, Span<float> bias)
    {
        IndirectProduct.Unpack(packed.Slice(point * PointSize, PointSize), weight, bias);
        packed.Slice(Points * PointSize, bias.Length).CopyTo(bias);
    }

    /// <inheritdoc/>
    public override void Run(ReadOnlySpan<float> packed, ReadOnlySpan<float> x, Span<float> y, ConvolutionEnd end, Span<float> places, Scratch scratch)
    {
        Span<float> v = scratch.Take(ScratchSlot.Tiles, Points * Input.Channels * GroupRun);
        Span<float> m = scratch.Take(ScratchSlot.Products, Points * Math.Min(OutputsAtOnce, Output.Channels) * GroupRun);
        for (int first = 0; first < _tiles.Count; first += Group)
        {
            int count = Math.Min(Group, _tiles.Count - first);
            _tiles.TransformInputs(x, first, count, Group, v, scratch);
            for (int output = 0; output < Output.Channels; output += OutputsAtOnce)
            {
                int outputs = Math.Min(OutputsAtOnce, Output.Channels - output);
                MultiplyPoints(packed, v, count, output, outputs, m);
                TransformOutputs(m, first, count, output, outputs, packed[(Points * PointSize)..], y, end, places, scratch);
            }
        }
    }

    private void MultiplyPoints(ReadOnlySpan<float> packed, ReadOnlySpan<float> v, int count, int output, int outputs, Span<float> m)
    {
        int skipped = IndirectProduct.PackedSize(output, Input.Channels);
        var layout = new OutputLayout(outputs, GroupRun, Tensor.Lanes);
        for (int point = 0; point < Points; point++)
        {
            IndirectProduct.Multiply(
                packed.Slice((point * PointSize) + skipped, PointSize - skipped),
                0..IndirectProduct.Tiles(outputs),
                v.Slice(point * Input.Channels * GroupRun, Input.Channels * GroupRun),
                _channels,
                GroupPositions.AsSpan(0, count),
                m.Slice(point * outputs * GroupRun, outputs * GroupRun),
                layout);
        }
    }

    private void TransformOutputs(
        ReadOnlySpan<float> m, int first, int count, int output, int channels, ReadOnlySpan<float> bias,
        Span<float> y, ConvolutionEnd end, Span<float> places, Scratch scratch)
    {
        Span<float> work = scratch.Take(ScratchSlot.Sums, (Points + 16) * Tensor.Lanes);
        Span<float> tile = work[(Points * Tensor.Lanes)..];
        int toPoint = channels * GroupRun;
        Shape outputs = end.Output(Output);
        int size = outputs.Positions * Tensor.Lanes;
        for (int o = 0; o < channels; o++)
        {
            Range range = ((output + o) * size)..((output + o + 1) * size);
            Span<float> plane = y[range];
            for (int t = 0; t < count; t++)
            {
                int top = _tiles.Top(first + t);
                int left = _tiles.Left(first + t);
                OutputTile(m[(((o * Group) + t) * Tensor.Lanes)..], toPoint, bias[output + o], end.Rectify, tile, work);
                if (end.Pools)
                {
                    HalvingPool.Write(tile, WinogradTransform.Outputs, plane, places.IsEmpty ? [] : places[range], outputs, top / 2, left / 2);
                }
                else
                {
                    WriteTile(tile, plane, top, left);
                }
            }
        }
    }

    private void WriteTile(ReadOnlySpan<float> tile, Span<float> plane, int top, int left)
    {
        int length = Math.Min(WinogradTransform.Outputs, Output.Width - left) * Tensor.Lanes;
        for (int row = 0; row < Math.Min(WinogradTransform.Outputs, Output.Height - top); row++)
        {
            tile.Slice(row * WinogradTransform.Outputs * Tensor.Lanes, length).CopyTo(plane[((((top + row) * Output.Width) + left) * Tensor.Lanes)..]);
        }
    }

    private static void OutputTile(ReadOnlySpan<float> m, int toPoint, float bias, bool rectify, Span<float> tile, Span<float> work)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            OutputTile<Lanes16>(m, toPoint, bias, rectify, tile, work);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            OutputTile<Lanes8>(m, toPoint, bias, rectify, tile, work);
        }
        else
        {
            OutputTile<Lanes4>(m, toPoint, bias, rectify, tile, work);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OutputTile<TLanes>(ReadOnlySpan<float> m, int toPoint, float bias, bool rectify, Span<float> tile, Span<float> work)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint lane = 0; lane < Tensor.Lanes; lane += TLanes.Count)
        {
            WinogradTransform.Output(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(m), lane),
                toPoint,
                TLanes.All(bias),
                rectify,
                ref Unsafe.Add(ref MemoryMarshal.GetReference(tile), lane),
                Tensor.Lanes,
                ref MemoryMarshal.GetReference(work));
        }
    }
}
