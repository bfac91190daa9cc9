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

    internal Parameter Weight => _weight;

    internal Parameter? Bias => _bias;

    internal Window Window => _window;

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
        var convolution = new DirectConvolution(x.Shape, _outputs, _window);
        AlignedFloats packed = pass.Floats(this, PackedSlot, convolution.PackedSize);
        ReadOnlySpan<float> bias = _bias is null ? default : _bias.Values;
        convolution.Pack(KernelView.Forward(_weight.Values, _inputs, _window.Height * _window.Width), bias, packed.Take(convolution.PackedSize));
        pass.Workers.For(x.Blocks, (block, scratch) =>
            convolution.Run(packed.Take(convolution.PackedSize), x.Block(block), y.Block(block), default, [], scratch));
    }

    // Forward was y[o][p] = b[o] + Σₜ W[o][t]·x[p + t], hence db[o] += Σₚ dy[o][p], dW[o][t] += Σₚ dy[o][p]·x[p + t], and
    // dx[q] = Σ over the (o, t, p) with p + t = q of W[o][t]·dy[o][p]: a convolution again, of dy with the kernel turned by 180°.
    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass)
    {
        BackwardToWeight(x, dy);
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

    private void BackwardToWeight(Tensor x, Tensor dy)
    {
        var geometry = new ConvolutionGeometry(x.Shape, _window);
        var layout = new OutputLayout(_outputs, dy.Shape.Positions * Tensor.Lanes, Tensor.Lanes);
        float[] gradient = new float[_weight.Length];
        float[] padded = new float[geometry.PaddedSize];
        float[] sums = new float[IndirectGradient.ScratchSize(Taps)];
        for (int block = 0; block < x.Blocks; block++)
        {
            geometry.Pad(x.Block(block), padded);
            IndirectGradient.Compute(dy.Block(block), padded, geometry.Taps, geometry.Positions, gradient, layout, sums);
            Kernels.Add(gradient, _weight.Gradient);
        }
    }

    private void BackwardToInput(Tensor dy, Tensor dx, Pass pass)
    {
        var geometry = new TransposedGeometry(dx.Shape, dy.Shape, _window);
        int packedSize = IndirectProduct.PackedSize(_inputs, geometry.Taps.Length);
        AlignedFloats packed = pass.Floats(this, TransposedSlot, packedSize);
        int area = _window.Height * _window.Width;
        IndirectProduct.Pack(KernelView.Backward(_weight.Values, _inputs, area), _outputs, area, [], packed.Take(packedSize), _inputs);

        var layout = new OutputLayout(_inputs, dx.Shape.Positions * Tensor.Lanes, Tensor.Lanes);
        pass.Workers.For(dy.Blocks, (block, scratch) =>
        {
            Span<float> spread = scratch.Take(ScratchSlot.Picture, geometry.SpreadSize);
            geometry.Spread(dy.Block(block), spread);
            IndirectProduct.Multiply(
                packed.Take(packedSize), 0..IndirectProduct.Tiles(_inputs), spread, geometry.Taps, geometry.Positions, dx.Block(block), layout);
        });
    }
}
