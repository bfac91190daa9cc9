using System.Runtime.InteropServices;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A convolution of one picture by its definition, with the rectifier and the pool that follow it.</summary>
internal sealed class PictureDirectStep : PictureStep
{
    private readonly Shape _sums;
    private readonly ConvolutionEnd _end;
    private readonly PictureCanvas _canvas;
    private readonly int _width;
    private readonly int[] _taps;
    private readonly int[] _positions;
    private readonly int _packedSize;
    private readonly AlignedFloats _packed = new();

    /// <summary>The step that does for one picture what another does for blocks.</summary>
    /// <param name="convolution">The algorithm for blocks.</param>
    /// <param name="packed">Its weights.</param>
    /// <param name="end">What follows.</param>
    /// <param name="channelStep">Floats of an input's position.</param>
    public PictureDirectStep(DirectConvolution convolution, ReadOnlySpan<float> packed, ConvolutionEnd end, int channelStep)
        : base(end.Output(convolution.Output))
    {
        Shape input = convolution.Input;
        Window window = convolution.Window;
        _sums = convolution.Output;
        _end = end;
        _width = ChannelProduct.Width(_sums.Channels);
        _canvas = new PictureCanvas(input, channelStep, window, input.Height + (2 * window.PaddingHeight), input.Width + (2 * window.PaddingWidth));
        _taps = GeometryTables.Grid(input.Channels, window.Height, window.Width, 1, _canvas.ToRow, _canvas.ToColumn);
        _positions = GeometryTables.Grid(1, _sums.Height, _sums.Width, 0, window.Stride * _canvas.ToRow, window.Stride * _canvas.ToColumn);
        _packedSize = ChannelProduct.PackedSize(_sums.Channels, _taps.Length);
        float[] weight = new float[_sums.Channels * _taps.Length];
        float[] bias = new float[_sums.Channels];
        IndirectProduct.Unpack(packed, weight, bias);
        ChannelProduct.Pack(weight, bias, _packed.Take(_packedSize));
    }

    /// <inheritdoc/>
    public override void Run(ReadOnlySpan<float> x, Span<float> y, Scratch scratch)
    {
        x = _canvas.Put(x, scratch);
        if (!_end.Pools)
        {
            ChannelProduct.Multiply(_packed.Take(_packedSize), _width, x, _taps, _positions, y, _width, _end.Rectify);
            return;
        }

        // Two rows of outputs at a time, pooled before the next two overwrite them.
        int two = 2 * _sums.Width;
        Span<float> rows = scratch.Take(ScratchSlot.Products, two * _width);
        for (int row = 0; row < Output.Height; row++)
        {
            ChannelProduct.Multiply(_packed.Take(_packedSize), _width, x, _taps, _positions.AsSpan(row * two, two), rows, _width, _end.Rectify);
            ChannelPool.Row(
                ref MemoryMarshal.GetReference(rows),
                _width,
                _sums.Width * _width,
                ref MemoryMarshal.GetReference(y[(row * Output.Width * _width)..]),
                _width,
                Output.Width,
                _width);
        }
    }
}
