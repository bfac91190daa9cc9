using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>Fully connected layer: y = x·Wᵀ + b.</summary>
/// <remarks>
/// N images, I inputs, O outputs; x is [N, I] (a picture counts as its C·H·W values), y is [N, O], W is [O, I], b is [O].
/// W starts He-normal, b at zero: He et al. 2015, arXiv:1502.01852.
/// </remarks>
public sealed class Dense : Layer
{
    internal const string Kind = "dense";

    private const int PackedSlot = 0;
    private const int TransposedSlot = 1;

    // Tiles of outputs in a task: enough of them that the images are not read once per tile.
    private const int TilesOfTask = 8;

    private readonly int _inputs;
    private readonly int _outputs;
    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly int[] _inputTaps;
    private readonly int[] _outputTaps;

    /// <summary>A layer with random weights.</summary>
    /// <param name="inputs">I, 1 or more.</param>
    /// <param name="outputs">O, 1 or more.</param>
    /// <param name="random">Where the first weights come from; null leaves them at zero, to be filled.</param>
    public Dense(int inputs, int outputs, Random? random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);

        _inputs = inputs;
        _outputs = outputs;
        _weight = new Parameter("weight", ParameterRole.Weight, outputs, inputs);
        _bias = new Parameter("bias", ParameterRole.Offset, outputs);
        _inputTaps = GeometryTables.Grid(1, 1, inputs, 0, 0, Tensor.Lanes);
        _outputTaps = GeometryTables.Grid(1, 1, outputs, 0, 0, Tensor.Lanes);
        Initialize.HeNormal(_weight.Values, fanIn: inputs, random);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => [_weight, _bias];

    /// <inheritdoc/>
    public override LayerDescription Description =>
        new(Kind, new Dictionary<string, double> { ["inputs"] = _inputs, ["outputs"] = _outputs });

    internal Parameter Weight => _weight;

    internal Parameter Bias => _bias;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input.Features == _inputs
        ? new Shape(input.Count, _outputs, 1, 1)
        : throw new ArgumentException($"Dense takes {_inputs} features; {input} has {input.Features}.", nameof(input));

    /// <inheritdoc/>
    public override long Flops(Shape input) => 2L * _inputs * _outputs;

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y, Pass pass)
    {
        int size = IndirectProduct.PackedSize(_outputs, _inputs);
        AlignedFloats packed = pass.Floats(this, PackedSlot, size);
        IndirectProduct.Pack(KernelView.Forward(_weight.Values, _inputs, area: 1), _inputs, 1, _bias.Values, packed.Take(size), _outputs);
        Multiply(x, y, packed, _outputs, _inputTaps, pass);
    }

    // Forward was yₒ = bₒ + Σᵢ Wₒᵢ·xᵢ, hence dbₒ += dyₒ, dWₒ += dyₒ·x and dx = Σₒ dyₒ·Wₒ.
    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass)
    {
        ChannelSums.Add(dy, _bias, pass);
        BackwardToWeight(x, dy);
        if (dx is not null)
        {
            int size = IndirectProduct.PackedSize(_inputs, _outputs);
            AlignedFloats packed = pass.Floats(this, TransposedSlot, size);
            IndirectProduct.Pack(KernelView.Backward(_weight.Values, _inputs, area: 1), _outputs, 1, [], packed.Take(size), _inputs);
            Multiply(dy, dx, packed, _inputs, _outputTaps, pass);
        }
    }

    internal static Dense From(LayerDescription d, Random? random) =>
        new(d.Whole("inputs", 1, LayerLimits.Features), d.Whole("outputs", 1, LayerLimits.Features), random);

    internal static long ParameterCount(LayerDescription d) =>
        (d.Whole("inputs", 1, LayerLimits.Features) + 1L) * d.Whole("outputs", 1, LayerLimits.Features);

    // The positions of this product are the blocks of images, so that a tile of weights serves three blocks at once.
    private static void Multiply(Tensor from, Tensor to, AlignedFloats packed, int outputs, int[] taps, Pass pass)
    {
        int[] blocks = GeometryTables.Grid(1, 1, from.Blocks, 0, 0, from.BlockSize);
        int tiles = IndirectProduct.Tiles(outputs);
        var layout = new OutputLayout(outputs, OutputStride: Tensor.Lanes, PositionStride: to.BlockSize);
        pass.Workers.For((tiles + TilesOfTask - 1) / TilesOfTask, (task, _) => IndirectProduct.Multiply(
            packed.Take(IndirectProduct.PackedSize(outputs, taps.Length)),
            (task * TilesOfTask)..Math.Min((task + 1) * TilesOfTask, tiles),
            from.Values,
            taps,
            blocks,
            to.Values,
            layout));
    }

    private void BackwardToWeight(Tensor x, Tensor dy)
    {
        int[] blocks = GeometryTables.Grid(1, 1, x.Blocks, 0, 0, x.BlockSize);
        float[] gradient = new float[_weight.Length];
        IndirectGradient.Compute(
            dy.Values,
            x.Values,
            _inputTaps,
            blocks,
            gradient,
            new OutputLayout(_outputs, Tensor.Lanes, dy.BlockSize),
            new float[IndirectGradient.ScratchSize(_inputs)]);
        Kernels.Add(gradient, _weight.Gradient);
    }
}
