using System.Runtime.InteropServices;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A dense layer with the rectifier that follows it, for a few pictures at once: of one, it reads every weight once.</summary>
internal sealed class PictureDenseStep
{
    private readonly Shape _input;
    private readonly int _channelStep;
    private readonly bool _rectify;
    private readonly bool _skips;
    private readonly int[] _taps;
    private readonly int _packedSize;
    private readonly AlignedFloats _packed = new();

    /// <summary>The step that does for pictures what another does for blocks.</summary>
    /// <param name="dense">The step for blocks.</param>
    /// <param name="input">Size of the picture that is laid flat, channel by channel.</param>
    /// <param name="channelStep">Floats of its positions.</param>
    public PictureDenseStep(DenseStep dense, Shape input, int channelStep)
    {
        _input = input;
        _channelStep = channelStep;
        _rectify = dense.Rectifies;
        Output = dense.Output;
        OutputSize = ChannelProduct.Width(Output.Channels);
        _taps = GeometryTables.Grid(1, 1, input.Features, 0, 0, 1);
        _packedSize = ChannelProduct.PackedSize(Output.Channels, _taps.Length);
        float[] weight = new float[Output.Channels * _taps.Length];
        float[] bias = new float[Output.Channels];
        IndirectProduct.Unpack(dense.Packed, weight, bias);
        ChannelProduct.Pack(weight, bias, _packed.Take(_packedSize));
        _skips = ChannelProduct.TakesSome(OutputSize) && weight.All(float.IsFinite);
    }

    /// <summary>Size of the output.</summary>
    public Shape Output { get; }

    /// <summary>Floats of an output, filled up to whole runs.</summary>
    public int OutputSize { get; }

    /// <summary>Computes y from x.</summary>
    /// <param name="x">[pictures][H][W][C].</param>
    /// <param name="y">[pictures][O] receives the outputs.</param>
    /// <param name="pictures">How many.</param>
    /// <param name="scratch">The thread's memory.</param>
    public void Run(ReadOnlySpan<float> x, Span<float> y, int pictures, Scratch scratch)
    {
        int step = _input.Positions * _channelStep;
        if (_input.Positions > 1 && _channelStep > 1)
        {
            x = Flat(x, pictures, scratch.Take(ScratchSlot.Picture, pictures * _input.Features));
            step = _input.Features;
        }

        if (_skips && RunSkipping(x, step, y, pictures, scratch))
        {
            return;
        }

        Span<int> positions = stackalloc int[pictures];
        for (int n = 0; n < pictures; n++)
        {
            positions[n] = n * step;
        }

        ChannelProduct.Multiply(_packed.Take(_packedSize), OutputSize, x, _taps, positions, y, OutputSize, _rectify);
    }

    // A rectifier leaves many zeros (nine of ten in a trained network). Their products change no sum but the sign of one that is zero, which
    // no probability shows. Several pictures share the weights instead, unless at least half of the first one's values are zero.
    private bool RunSkipping(ReadOnlySpan<float> x, int step, Span<float> y, int pictures, Scratch scratch)
    {
        int features = _input.Features;
        Span<int> indices = MemoryMarshal.Cast<float, int>(scratch.Take(ScratchSlot.Tiles, features));
        for (int n = 0; n < pictures; n++)
        {
            ReadOnlySpan<float> picture = x.Slice(n * step, features);
            int count = ChannelProduct.NotZero(picture, indices);
            if (n == 0 && pictures > 1 && 2 * count > features)
            {
                return false;
            }

            ChannelProduct.MultiplySome(_packed.Take(_packedSize), OutputSize, picture, indices[..count], y[(n * OutputSize)..], _rectify);
        }

        return true;
    }

    // Channel by channel, as the weights are: the sum's order is the layer's, and to read on through the memory is worth the copy.
    private Span<float> Flat(ReadOnlySpan<float> x, int pictures, Span<float> flat)
    {
        for (int n = 0; n < pictures; n++)
        {
            Span<float> to = flat.Slice(n * _input.Features, _input.Features);
            for (int p = 0; p < _input.Positions; p++, x = x[_channelStep..])
            {
                for (int c = 0, at = p; c < _input.Channels; c++, at += _input.Positions)
                {
                    to[at] = x[c];
                }
            }
        }

        return flat;
    }
}
