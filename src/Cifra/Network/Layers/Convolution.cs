using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>Slides O kernels over a picture: y[o] = b[o] + Σ_c W[o][c] ⋆ x[c].</summary>
/// <remarks>
/// C input channels, O output channels, a kernel of KH x KW; x is [N, C, H, W], y is [N, O, H', W'], W is [O, C, KH, KW], b is [O].
/// ⋆ is cross-correlation, as in every framework: the kernel is not flipped. W starts He-normal, b at zero.
/// </remarks>
public sealed class Convolution : Layer
{
    internal const string Kind = "convolution";

    private const int PackedSlot = 0;
    private const int TransposedSlot = 1;

    private readonly int _inputs;
    private readonly int _outputs;
    private readonly Window _window;
    private readonly Parameter _weight;
    private readonly Parameter? _bias;

    /// <summary>A layer with random weights.</summary>
    /// <param name="inputs">C, 1 or more.</param>
    /// <param name="outputs">O, 1 or more.</param>
    /// <param name="window">Kernel, stride and padding.</param>
    /// <param name="random">Where the first weights come from; null leaves them at zero, to be filled.</param>
    /// <param name="bias">False when a norm follows that has a shift of its own.</param>
    public Convolution(int inputs, int outputs, Window window, Random? random, bool bias = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        window.Check();

        _inputs = inputs;
        _outputs = outputs;
        _window = window;
        _weight = new Parameter("weight", ParameterRole.Weight, outputs, inputs, window.Height, window.Width);
        _bias = bias ? new Parameter("bias", ParameterRole.Offset, outputs) : null;
        Initialize.HeNormal(_weight.Values, fanIn: Taps, random);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => _bias is null ? [_weight] : [_weight, _bias];

    /// <inheritdoc/>
    public override LayerDescription Description => new(Kind, new Dictionary<string, double>
    {
        ["inputs"] = _inputs,
        ["outputs"] = _outputs,
        ["height"] = _window.Height,
        ["width"] = _window.Width,
        ["stride"] = _window.Stride,
        ["paddingHeight"] = _window.PaddingHeight,
        ["paddingWidth"] = _window.PaddingWidth,
        ["bias"] = _bias is null ? 0 : 1,
    });

    private int Taps => _inputs * _window.Height * _window.Width;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        if (input.Channels != _inputs)
        {
            throw new ArgumentException($"Convolution takes {_inputs} channels; {input} has {input.Channels}.", nameof(input));
        }

        (int height, int width) = _window.Output(input.Height, input.Width);
        long padded = _inputs * (input.Height + (2L * _window.PaddingHeight)) * (input.Width + (2L * _window.PaddingWidth));
        if (padded > LayerLimits.Padded)
        {
            throw new ArgumentException($"{input} padded by {_window} has {padded} values; at most {LayerLimits.Padded} are allowed.", nameof(input));
        }

        return new Shape(input.Count, _outputs, height, width);
    }

    /// <inheritdoc/>
    public override long Flops(Shape input) => 2L * Taps * OutputShape(input).Features;

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y, Pass pass)
    {
        ConvolutionGeometry geometry = pass.Geometry(x.Shape, _window);
        int packedSize = IndirectProduct.PackedSize(_outputs, Taps);
        AlignedFloats packed = pass.Floats(this, PackedSlot, packedSize);
        ReadOnlySpan<float> bias = _bias is null ? default : _bias.Values;
        IndirectProduct.Pack(_weight.Values, bias, packed.Take(packedSize), _outputs, geometry.WeightTaps, Taps);

        var layout = new OutputLayout(_outputs, y.Shape.Positions * Tensor.Lanes, Tensor.Lanes);
        pass.Workers.For(x.Blocks, (block, scratch) =>
        {
            Span<float> padded = scratch.Picture(geometry.PaddedSize);
            geometry.Pad(x.Block(block), padded);
            IndirectProduct.Multiply(
                packed.Take(packedSize), 0..IndirectProduct.Tiles(_outputs), padded, geometry.Taps, geometry.Positions, y.Block(block), layout);
        });
    }

    // Forward was y[o][p] = b[o] + Σₜ W[o][t]·x[p + t], hence db[o] += Σₚ dy[o][p], dW[o][t] += Σₚ dy[o][p]·x[p + t], and
    // dx[q] = Σ over the (o, t, p) with p + t = q of W[o][t]·dy[o][p]: a convolution again, of dy with the kernel turned by 180°.
    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass)
    {
        BackwardToWeight(x, dy, pass);
        if (_bias is not null)
        {
            ChannelSums.Add(dy, _bias, pass);
        }

        if (dx is not null)
        {
            BackwardToInput(dy, dx, pass);
        }
    }

    internal static Convolution From(LayerDescription d, Random? random) => new(
        d.Whole("inputs", 1, LayerLimits.Channels),
        d.Whole("outputs", 1, LayerLimits.Channels),
        WindowSettings.Read(d),
        random,
        HasBias(d));

    internal static long ParameterCount(LayerDescription d)
    {
        long outputs = d.Whole("outputs", 1, LayerLimits.Channels);
        Window window = WindowSettings.Read(d);
        return (outputs * d.Whole("inputs", 1, LayerLimits.Channels) * window.Height * window.Width) + (HasBias(d) ? outputs : 0);
    }

    private static bool HasBias(LayerDescription d) => d.Whole("bias", 0, 1) == 1;

    private void BackwardToWeight(Tensor x, Tensor dy, Pass pass)
    {
        ConvolutionGeometry geometry = pass.Geometry(x.Shape, _window);
        var layout = new OutputLayout(_outputs, dy.Shape.Positions * Tensor.Lanes, Tensor.Lanes);
        int tiles = IndirectProduct.Tiles(_outputs);

        // A worker owns some outputs and runs through all images; so every weight's sum has one order, for any number of workers.
        int shares = Math.Min(pass.Workers.Threads, tiles);
        pass.Workers.For(shares, (share, scratch) =>
        {
            Span<float> padded = scratch.Picture(geometry.PaddedSize);
            Span<float> sums = scratch.Sums(IndirectGradient.ScratchSize(Taps));
            for (int block = 0; block < x.Blocks; block++)
            {
                geometry.Pad(x.Block(block), padded);
                for (int tile = share * tiles / shares; tile < (share + 1) * tiles / shares; tile++)
                {
                    int output = tile * IndirectProduct.TileOutputs;
                    IndirectGradient.Accumulate(
                        dy.Block(block), output, padded, geometry.Taps, geometry.Positions, _weight.Gradient, layout, sums);
                }
            }
        });
    }

    private void BackwardToInput(Tensor dy, Tensor dx, Pass pass)
    {
        TransposedGeometry geometry = pass.Transposed(dx.Shape, dy.Shape, _window);
        int packedSize = IndirectProduct.PackedSize(_inputs, geometry.Taps.Length);
        AlignedFloats packed = pass.Floats(this, TransposedSlot, packedSize);
        IndirectProduct.Pack(_weight.Values, default, packed.Take(packedSize), _inputs, geometry.WeightTaps, _window.Height * _window.Width);

        var layout = new OutputLayout(_inputs, dx.Shape.Positions * Tensor.Lanes, Tensor.Lanes);
        pass.Workers.For(dy.Blocks, (block, scratch) =>
        {
            Span<float> spread = scratch.Picture(geometry.SpreadSize);
            geometry.Spread(dy.Block(block), spread);
            IndirectProduct.Multiply(
                packed.Take(packedSize), 0..IndirectProduct.Tiles(_inputs), spread, geometry.Taps, geometry.Positions, dx.Block(block), layout);
        });
    }
}
