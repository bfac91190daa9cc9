using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>
/// A 3x3 convolution of one picture by <see cref="WinogradTransform"/>, with channels in the lanes, and the rectifier and the pool that follow it.
/// </summary>
internal sealed class PictureWinogradStep : PictureStep
{
    // Tiles whose products stay in the second-level cache; whole tiles of positions for all of ChannelProduct's.
    private const int Group = 12;
    private const int Points = WinogradTransform.Points;
    private const int Side = WinogradTransform.Outputs;

    private readonly Shape _sums;
    private readonly ConvolutionEnd _end;
    private readonly PictureCanvas _canvas;
    private readonly int _tileRows;
    private readonly int _tileColumns;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int[] _taps;
    private readonly int[] _positions;
    private readonly int _pointSize;
    private readonly AlignedFloats _packed = new();
    private readonly AlignedFloats _bias = new();

    /// <summary>The step that does for one picture what another does for blocks.</summary>
    /// <param name="convolution">The algorithm for blocks.</param>
    /// <param name="packed">Its weights.</param>
    /// <param name="end">What follows.</param>
    /// <param name="channelStep">Floats of an input's position, whole runs.</param>
    public PictureWinogradStep(WinogradConvolution convolution, ReadOnlySpan<float> packed, ConvolutionEnd end, int channelStep)
        : base(end.Output(convolution.Output))
    {
        _sums = convolution.Output;
        _end = end;
        _tileRows = (_sums.Height + Side - 1) / Side;
        _tileColumns = (_sums.Width + Side - 1) / Side;
        int border = WinogradTransform.Inputs - Side;
        _canvas = new PictureCanvas(convolution.Input, channelStep, convolution.Window, (_tileRows * Side) + border, (_tileColumns * Side) + border);
        _inputs = channelStep;
        _outputs = ChannelProduct.Width(_sums.Channels);
        int channels = convolution.Input.Channels;
        _taps = GeometryTables.Grid(1, 1, channels, 0, 0, 1);
        _positions = GeometryTables.Grid(1, 1, Group, 0, 0, Points * _inputs);
        _pointSize = ChannelProduct.PackedSize(_sums.Channels, channels);
        float[] weight = new float[_sums.Channels * channels];
        float[] bias = new float[_sums.Channels];
        float[] none = new float[_sums.Channels];
        Span<float> to = _packed.Take(Points * _pointSize);
        for (int point = 0; point < Points; point++)
        {
            convolution.UnpackPoint(packed, point, weight, bias);
            ChannelProduct.Pack(weight, none, to.Slice(point * _pointSize, _pointSize));
        }

        bias.CopyTo(_bias.Take(_outputs));
    }

    /// <inheritdoc/>
    public override void Run(ReadOnlySpan<float> x, Span<float> y, Scratch scratch)
    {
        x = _canvas.Put(x, scratch);
        Span<float> v = scratch.Take(ScratchSlot.Tiles, Group * Points * _inputs); // [tile][point][C]
        Span<float> m = scratch.Take(ScratchSlot.Products, Group * Points * _outputs); // [tile][point][O]
        ReadOnlySpan<float> packed = _packed.Take(Points * _pointSize);
        int tiles = _tileRows * _tileColumns;
        for (int first = 0; first < tiles; first += Group)
        {
            int count = Math.Min(Group, tiles - first);
            TransformInputs(x, first, count, v, scratch);
            for (int point = 0; point < Points; point++)
            {
                ChannelProduct.Multiply(
                    packed.Slice(point * _pointSize, _pointSize),
                    _outputs,
                    v[(point * _inputs)..],
                    _taps,
                    _positions.AsSpan(0, count),
                    m[(point * _outputs)..],
                    Points * _outputs);
            }

            TransformOutputs(m, first, count, y, scratch);
        }
    }

    private void TransformInputs(ReadOnlySpan<float> x, int first, int count, Span<float> v, Scratch scratch)
    {
        Span<float> work = scratch.Take(ScratchSlot.Sums, Points * ChannelProduct.Run);
        for (int t = 0; t < count; t++)
        {
            int top = (first + t) / _tileColumns * Side;
            int left = (first + t) % _tileColumns * Side;
            ref float from = ref MemoryMarshal.GetReference(x[((top * _canvas.ToRow) + (left * _canvas.ToColumn))..]);
            ref float to = ref MemoryMarshal.GetReference(v[(t * Points * _inputs)..]);
            if (Vector256.IsHardwareAccelerated)
            {
                TransformInput<Lanes8>(ref from, ref to, ref MemoryMarshal.GetReference(work));
            }
            else
            {
                TransformInput<Lanes4>(ref from, ref to, ref MemoryMarshal.GetReference(work));
            }
        }
    }

    private void TransformInput<TLanes>(ref float from, ref float to, ref float work)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint c = 0; c < _inputs; c += TLanes.Count)
        {
            WinogradTransform.Input<TLanes>(ref Unsafe.Add(ref from, c), _canvas.ToRow, _canvas.ToColumn, ref Unsafe.Add(ref to, c), _inputs, ref work);
        }
    }

    private void TransformOutputs(ReadOnlySpan<float> m, int first, int count, Span<float> y, Scratch scratch)
    {
        Span<float> work = scratch.Take(ScratchSlot.Sums, (Points + (Side * Side)) * ChannelProduct.Run);
        for (int t = 0; t < count; t++)
        {
            int top = (first + t) / _tileColumns * Side;
            int left = (first + t) % _tileColumns * Side;
            ref float from = ref MemoryMarshal.GetReference(m[(t * Points * _outputs)..]);
            if (Vector256.IsHardwareAccelerated)
            {
                TransformOutput<Lanes8>(ref from, work, y, top, left);
            }
            else
            {
                TransformOutput<Lanes4>(ref from, work, y, top, left);
            }
        }
    }

    private void TransformOutput<TLanes>(ref float m, Span<float> work, Span<float> y, int top, int left)
        where TLanes : struct, ILanes<TLanes>
    {
        int row = Output.Width * _outputs;
        int step = TLanes.Count;
        ref float tile = ref MemoryMarshal.GetReference(work);
        ref float half = ref MemoryMarshal.GetReference(work[(Side * Side * step)..]);
        ref float bias = ref MemoryMarshal.GetReference(_bias.Take(_outputs));
        (int shift, int most) = _end.Pools ? (1, Side / 2) : (0, Side);
        (top, left) = (top >> shift, left >> shift);
        int rows = Math.Min(most, Output.Height - top);
        int columns = Math.Min(most, Output.Width - left);
        if (rows <= 0 || columns <= 0)
        {
            return; // a pool leaves out an odd last row or column
        }

        ref float to = ref MemoryMarshal.GetReference(y[((top * row) + (left * _outputs))..]);
        for (nint o = 0; o < _outputs; o += step)
        {
            WinogradTransform.Output(ref Unsafe.Add(ref m, o), _outputs, TLanes.Load(ref bias, o), _end.Rectify, ref tile, step, ref half);
            for (nint r = 0; r < rows; r++)
            {
                ref float place = ref Unsafe.Add(ref to, (r * row) + o);
                if (_end.Pools)
                {
                    ChannelPool.Row<TLanes>(ref Unsafe.Add(ref tile, r * 2 * Side * step), step, Side * step, ref place, _outputs, columns, step);
                }
                else
                {
                    for (nint c = 0; c < columns; c++)
                    {
                        TLanes.Store(TLanes.Load(ref tile, ((r * Side) + c) * step), ref place, c * _outputs);
                    }
                }
            }
        }
    }
}
