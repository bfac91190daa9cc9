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
internal sealed class WinogradConvolution
{
    private const int Group = 3;
    private const int GroupRun = Group * Tensor.Lanes;
    private const int Points = WinogradTransform.Points;
    private static readonly int[] GroupPositions = GeometryTables.Grid(1, 1, Group, 0, 0, Tensor.Lanes);

    private readonly Shape _input;
    private readonly Shape _output;
    private readonly Window _window;
    private readonly int _tileRows;
    private readonly int _tileColumns;
    private readonly int[] _channels;

    /// <summary>The algorithm for images of that size; their number does not matter.</summary>
    /// <param name="input">Size of an input image.</param>
    /// <param name="outputs">O, output channels.</param>
    /// <param name="window">A window that <see cref="Fits"/>.</param>
    public WinogradConvolution(Shape input, int outputs, Window window)
    {
        (int height, int width) = window.Output(input.Height, input.Width);
        _input = input.WithCount(1);
        _output = new Shape(1, outputs, height, width);
        _window = window;
        _tileRows = (height + WinogradTransform.Outputs - 1) / WinogradTransform.Outputs;
        _tileColumns = (width + WinogradTransform.Outputs - 1) / WinogradTransform.Outputs;
        _channels = GeometryTables.Grid(1, 1, input.Channels, 0, 0, GroupRun);
    }

    /// <summary>Floats of the packed weights.</summary>
    public int PackedSize => Points * PointSize;

    private int PointSize => IndirectProduct.PackedSize(_output.Channels, _input.Channels);

    /// <summary>Whether the algorithm takes such a window, and its transforms pay for so many channels.</summary>
    public static bool Fits(Window window, int inputs, int outputs) =>
        window is { Height: 3, Width: 3, Stride: 1, PaddingHeight: <= 2, PaddingWidth: <= 2 } && inputs >= 8 && outputs >= 8;

    /// <summary>Transforms weights and lays them out for <see cref="Run"/>.</summary>
    /// <param name="weight">The kernel of output o and input c stands at o·<paramref name="outputStride"/> + c·<paramref name="inputStride"/>.</param>
    /// <param name="outputStride">Floats from an output's kernels to the next one's.</param>
    /// <param name="inputStride">Floats from an input's kernel to the next one's.</param>
    /// <param name="turned">Whether to turn the kernels by 180°, for the gradient to the input.</param>
    /// <param name="packed">[<see cref="PackedSize"/>] receives them.</param>
    public void Pack(ReadOnlySpan<float> weight, int outputStride, int inputStride, bool turned, Span<float> packed)
    {
        Span<float> kernel = stackalloc float[9];
        Span<double> points = stackalloc double[Points];
        packed.Clear();
        int tileSize = IndirectProduct.TileOutputs * (_input.Channels + 1);
        for (int o = 0; o < _output.Channels; o++)
        {
            for (int c = 0; c < _input.Channels; c++)
            {
                weight.Slice((o * outputStride) + (c * inputStride), 9).CopyTo(kernel);
                if (turned)
                {
                    kernel.Reverse();
                }

                WinogradTransform.Kernel(kernel, points);
                int at = (o / IndirectProduct.TileOutputs * tileSize) + (IndirectProduct.TileOutputs * (c + 1)) + (o % IndirectProduct.TileOutputs);
                for (int point = 0; point < Points; point++)
                {
                    packed[(point * PointSize) + at] = (float)points[point];
                }
            }
        }
    }

    /// <summary>Convolves one block of images.</summary>
    /// <param name="packed">From <see cref="Pack"/>.</param>
    /// <param name="x">[C][H][W][16].</param>
    /// <param name="y">[O][H'][W'][16] receives the outputs, or their pool.</param>
    /// <param name="end">What happens to the sums.</param>
    /// <param name="scratch">The thread's memory.</param>
    public void Run(ReadOnlySpan<float> packed, ReadOnlySpan<float> x, Span<float> y, ConvolutionEnd end, Scratch scratch)
    {
        Span<float> v = scratch.Tiles(Points * _input.Channels * GroupRun);
        Span<float> m = scratch.Products(Points * _output.Channels * GroupRun);
        var layout = new OutputLayout(_output.Channels, GroupRun, Tensor.Lanes);
        int tiles = _tileRows * _tileColumns;
        for (int first = 0; first < tiles; first += Group)
        {
            int count = Math.Min(Group, tiles - first);
            TransformInputs(x, first, count, v, scratch);
            for (int point = 0; point < Points; point++)
            {
                IndirectProduct.Multiply(
                    packed.Slice(point * PointSize, PointSize),
                    0..IndirectProduct.Tiles(_output.Channels),
                    v.Slice(point * _input.Channels * GroupRun, _input.Channels * GroupRun),
                    _channels,
                    GroupPositions.AsSpan(0, count),
                    m.Slice(point * _output.Channels * GroupRun, _output.Channels * GroupRun),
                    layout);
            }

            TransformOutputs(m, first, count, y, end, scratch);
        }
    }

    private void TransformInputs(ReadOnlySpan<float> x, int first, int count, Span<float> v, Scratch scratch)
    {
        Span<float> work = scratch.Sums(2 * Points * Tensor.Lanes);
        Span<float> edge = work[(Points * Tensor.Lanes)..];
        int toPoint = _input.Channels * GroupRun;
        for (int t = 0; t < count; t++)
        {
            int top = ((first + t) / _tileColumns * WinogradTransform.Outputs) - _window.PaddingHeight;
            int left = ((first + t) % _tileColumns * WinogradTransform.Outputs) - _window.PaddingWidth;
            bool inside = top >= 0 && left >= 0 && top + WinogradTransform.Inputs <= _input.Height && left + WinogradTransform.Inputs <= _input.Width;
            for (int c = 0; c < _input.Channels; c++)
            {
                ReadOnlySpan<float> plane = x.Slice(c * _input.Positions * Tensor.Lanes, _input.Positions * Tensor.Lanes);
                Span<float> to = v[(((c * Group) + t) * Tensor.Lanes)..];
                if (inside)
                {
                    Input(plane[(((top * _input.Width) + left) * Tensor.Lanes)..], _input.Width * Tensor.Lanes, to, toPoint, work);
                }
                else
                {
                    CopyEdge(plane, top, left, edge);
                    Input(edge, WinogradTransform.Inputs * Tensor.Lanes, to, toPoint, work);
                }
            }
        }
    }

    private void CopyEdge(ReadOnlySpan<float> plane, int top, int left, Span<float> edge)
    {
        edge.Clear();
        int from = Math.Max(left, 0);
        int length = (Math.Min(left + WinogradTransform.Inputs, _input.Width) - from) * Tensor.Lanes;
        for (int row = Math.Max(top, 0); row < Math.Min(top + WinogradTransform.Inputs, _input.Height) && length > 0; row++)
        {
            plane.Slice(((row * _input.Width) + from) * Tensor.Lanes, length)
                .CopyTo(edge[((((row - top) * WinogradTransform.Inputs) + from - left) * Tensor.Lanes)..]);
        }
    }

    private void TransformOutputs(ReadOnlySpan<float> m, int first, int count, Span<float> y, ConvolutionEnd end, Scratch scratch)
    {
        Span<float> work = scratch.Sums((Points + 16) * Tensor.Lanes);
        Span<float> tile = work[(Points * Tensor.Lanes)..];
        int toPoint = _output.Channels * GroupRun;
        Shape outputs = end.Pools ? ConvolutionEnd.Pooled(_output) : _output;
        for (int o = 0; o < _output.Channels; o++)
        {
            float bias = end.Bias.IsEmpty ? 0 : end.Bias[o];
            Span<float> plane = y.Slice(o * outputs.Positions * Tensor.Lanes, outputs.Positions * Tensor.Lanes);
            for (int t = 0; t < count; t++)
            {
                int top = (first + t) / _tileColumns * WinogradTransform.Outputs;
                int left = (first + t) % _tileColumns * WinogradTransform.Outputs;
                Output(m[(((o * Group) + t) * Tensor.Lanes)..], toPoint, bias, end.Rectify, tile, work);
                if (end.Pools)
                {
                    ConvolutionEnd.WritePooled(tile, WinogradTransform.Outputs, plane, outputs, top / 2, left / 2);
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
        int length = Math.Min(WinogradTransform.Outputs, _output.Width - left) * Tensor.Lanes;
        for (int row = 0; row < Math.Min(WinogradTransform.Outputs, _output.Height - top); row++)
        {
            tile.Slice(row * WinogradTransform.Outputs * Tensor.Lanes, length).CopyTo(plane[((((top + row) * _output.Width) + left) * Tensor.Lanes)..]);
        }
    }

    private static void Input(ReadOnlySpan<float> d, int toRow, Span<float> v, int toPoint, Span<float> work)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Input<Lanes16>(d, toRow, v, toPoint, work);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Input<Lanes8>(d, toRow, v, toPoint, work);
        }
        else
        {
            Input<Lanes4>(d, toRow, v, toPoint, work);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Input<TLanes>(ReadOnlySpan<float> d, int toRow, Span<float> v, int toPoint, Span<float> work)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint lane = 0; lane < Tensor.Lanes; lane += TLanes.Count)
        {
            WinogradTransform.Input<TLanes>(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(d), lane),
                toRow,
                Tensor.Lanes,
                ref Unsafe.Add(ref MemoryMarshal.GetReference(v), lane),
                toPoint,
                ref MemoryMarshal.GetReference(work));
        }
    }

    private static void Output(ReadOnlySpan<float> m, int toPoint, float bias, bool rectify, Span<float> tile, Span<float> work)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Output<Lanes16>(m, toPoint, bias, rectify, tile, work);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Output<Lanes8>(m, toPoint, bias, rectify, tile, work);
        }
        else
        {
            Output<Lanes4>(m, toPoint, bias, rectify, tile, work);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Output<TLanes>(ReadOnlySpan<float> m, int toPoint, float bias, bool rectify, Span<float> tile, Span<float> work)
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
