using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A dense layer for one picture, with the rectifier that follows it: every weight is read once.</summary>
internal sealed class PictureDenseStep : PictureStep
{
    private static readonly int[] Alone = [0];

    private readonly bool _rectify;
    private readonly int _width;
    private readonly int[] _taps;
    private readonly int _packedSize;
    private readonly AlignedFloats _packed = new();

    /// <summary>The step that does for one picture what another does for blocks.</summary>
    /// <param name="dense">The step for blocks.</param>
    /// <param name="input">Size of the picture that is laid flat, channel by channel.</param>
    /// <param name="channelStep">Floats of its positions.</param>
    public PictureDenseStep(DenseStep dense, Shape input, int channelStep)
        : base(dense.Output)
    {
        _rectify = dense.Rectifies;
        _width = ChannelProduct.Width(Output.Channels);
        _taps = GeometryTables.Grid(input.Channels, input.Height, input.Width, 1, input.Width * channelStep, channelStep);
        _packedSize = ChannelProduct.PackedSize(Output.Channels, _taps.Length);
        float[] weight = new float[Output.Channels * _taps.Length];
        float[] bias = new float[Output.Channels];
        IndirectProduct.Unpack(dense.Packed, weight, bias);
        ChannelProduct.Pack(weight, bias, _packed.Take(_packedSize));
    }

    /// <inheritdoc/>
    public override void Run(ReadOnlySpan<float> x, Span<float> y, Scratch scratch) =>
        ChannelProduct.Multiply(_packed.Take(_packedSize), _width, x, _taps, Alone, y, _width, _rectify);
}
