using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A dense layer with the rectifier that follows it.</summary>
/// <remarks>
/// Forward, a task is some outputs of all images. Backward, the images are turned so that sixteen inputs of one image lie side by
/// side; then both gradients are products over runs of inputs, dW[o] = Σₙ dy[n][o]·x[n] and dx[n] = Σₒ dy[n][o]·W[o], and a task is some
/// of these runs. The weights need no copy for it.
/// </remarks>
internal sealed class DenseTrainingStep : TrainingStep
{
    private const int TilesOfTask = 8;
    private const int RunsOfTask = 12;

    private readonly int _inputs;
    private readonly int _outputs;
    private readonly bool _rectify;
    private readonly Workers _workers;
    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly int[] _inputTaps;
    private readonly int[] _rowTaps;
    private readonly int[] _runs;
    private readonly AlignedFloats _packed = new();
    private readonly AlignedFloats _packedByOutput = new();
    private readonly AlignedFloats _packedByImage = new();
    private readonly AlignedFloats _turnedInput = new();
    private readonly AlignedFloats _turnedGradient = new();
    private readonly Action<int, Scratch> _forwardTask;
    private readonly Action<int, Scratch> _turnBlock;
    private readonly Action<int, Scratch> _backwardTask;
    private readonly Action<int, Scratch> _turnBackBlock;
    private int[] _blocks = [];
    private int[] _imageTaps = [];
    private Tensor? _x;
    private Tensor? _y;
    private Tensor? _dy;
    private Tensor? _dx;

    /// <summary>The step.</summary>
    public DenseTrainingStep(Dense layer, bool rectify, Workers workers)
        : base(new Shape(1, layer.Bias.Length, 1, 1))
    {
        _outputs = layer.Bias.Length;
        _inputs = layer.Weight.Length / _outputs;
        _rectify = rectify;
        _workers = workers;
        _weight = layer.Weight;
        _bias = layer.Bias;
        _inputTaps = GeometryTables.Grid(1, 1, _inputs, 0, 0, Tensor.Lanes);
        _rowTaps = GeometryTables.Grid(1, 1, _outputs, 0, 0, _inputs);
        _runs = Runs(_inputs);
        _forwardTask = ForwardTask;
        _turnBlock = TurnBlock;
        _backwardTask = BackwardTask;
        _turnBackBlock = TurnBackBlock;
    }

    private int Images => _x!.Blocks * Tensor.Lanes;

    private int PackedSize => IndirectProduct.PackedSize(_outputs, _inputs);

    /// <summary>Whether a layer has at least one run of inputs.</summary>
    public static bool Takes(Dense layer) => layer.Weight.Length / layer.Bias.Length >= Tensor.Lanes;

    /// <inheritdoc/>
    public override void Prepare() =>
        IndirectProduct.Pack(KernelView.Forward(_weight.Values, _inputs, area: 1), _inputs, 1, _bias.Values, _packed.Take(PackedSize), _outputs);

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y)
    {
        (_x, _y) = (x, y);
        if (_blocks.Length != x.Blocks)
        {
            _blocks = GeometryTables.Grid(1, 1, x.Blocks, 0, 0, x.BlockSize);
            _imageTaps = GeometryTables.Grid(1, 1, Images, 0, 0, _inputs);
        }

        int tiles = IndirectProduct.Tiles(_outputs);
        _workers.For((tiles + TilesOfTask - 1) / TilesOfTask, _forwardTask);
    }

    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor y, Tensor dy, Tensor? dx)
    {
        (_x, _y, _dy, _dx) = (x, y, dy, dx);
        _turnedInput.Take(Images * _inputs);
        _turnedGradient.Take(Images * _inputs);
        _workers.For(x.Blocks, _turnBlock);
        SumBias(dy);

        // dy as the weights of both products: [O] outputs with images as taps, and [N] outputs with outputs as taps.
        var byOutput = new KernelView(dy.Values, outputStride: Tensor.Lanes, inputStride: dy.BlockSize);
        IndirectProduct.Pack(byOutput, dy.Blocks, Tensor.Lanes, [], _packedByOutput.Take(IndirectProduct.PackedSize(_outputs, Images)), _outputs);
        if (dx is not null)
        {
            PackByImage(dy);
        }

        _workers.For((_runs.Length + RunsOfTask - 1) / RunsOfTask, _backwardTask);
        if (dx is not null)
        {
            _workers.For(x.Blocks, _turnBackBlock);
        }
    }

    // Offsets of runs of sixteen; the last may overlap the one before it, and then computes the same values again.
    private static int[] Runs(int length)
    {
        int[] runs = GeometryTables.Grid(1, 1, (length + Tensor.Lanes - 1) / Tensor.Lanes, 0, 0, Tensor.Lanes);
        runs[^1] = length - Tensor.Lanes;
        return runs;
    }

    private void ForwardTask(int task, Scratch scratch)
    {
        int tiles = IndirectProduct.Tiles(_outputs);
        IndirectProduct.Multiply(
            _packed.Take(PackedSize),
            (task * TilesOfTask)..Math.Min((task + 1) * TilesOfTask, tiles),
            _x!.Values,
            _inputTaps,
            _blocks,
            _y!.Values,
            new OutputLayout(_outputs, Tensor.Lanes, _y.BlockSize),
            _rectify);
    }

    private void TurnBlock(int block, Scratch scratch)
    {
        if (_rectify)
        {
            Kernels.Rectify(_y!.Block(block), _dy!.Block(block));
        }

        Kernels.Turn(_x!.Block(block), _turnedInput.Take(Images * _inputs).Slice(block * Tensor.Lanes * _inputs, Tensor.Lanes * _inputs));
    }

    private void TurnBackBlock(int block, Scratch scratch) =>
        Kernels.TurnBack(_turnedGradient.Take(Images * _inputs).Slice(block * Tensor.Lanes * _inputs, Tensor.Lanes * _inputs), _dx!.Block(block));

    private void SumBias(Tensor dy)
    {
        for (int o = 0; o < _outputs; o++)
        {
            float sum = 0;
            for (int block = 0; block < dy.Blocks; block++)
            {
                sum += Kernels.AddLanes(dy.Plane(block, o));
            }

            _bias.Gradient[o] = sum;
        }
    }

    // Image n of a block has its value for output o at o·16 + n: its four neighbours in a tile lie side by side.
    private void PackByImage(Tensor dy)
    {
        Span<float> packed = _packedByImage.Take(IndirectProduct.PackedSize(Images, _outputs));
        int tile = IndirectProduct.TileOutputs;
        int size = tile * (_outputs + 1);
        for (int first = 0; first < Images; first += tile)
        {
            Span<float> to = packed.Slice(first / tile * size, size);
            ReadOnlySpan<float> from = dy.Block(first / Tensor.Lanes)[(first % Tensor.Lanes)..];
            to[..tile].Clear();
            for (int o = 0; o < _outputs; o++)
            {
                from.Slice(o * Tensor.Lanes, tile).CopyTo(to[(tile * (o + 1))..]);
            }
        }
    }

    private void BackwardTask(int task, Scratch scratch)
    {
        ReadOnlySpan<int> runs = _runs.AsSpan()[(task * RunsOfTask)..Math.Min((task + 1) * RunsOfTask, _runs.Length)];
        MultiplyRuns(_packedByOutput.Take(IndirectProduct.PackedSize(_outputs, Images)), _outputs, _turnedInput.Take(Images * _inputs), _imageTaps, runs, _weight.Gradient);
        if (_dx is not null)
        {
            MultiplyRuns(_packedByImage.Take(IndirectProduct.PackedSize(Images, _outputs)), Images, _weight.Values, _rowTaps, runs, _turnedGradient.Take(Images * _inputs));
        }
    }

    // y[o][run] = Σₜ w[o][t]·x[t][run], with rows of inputs in x and in y.
    private void MultiplyRuns(ReadOnlySpan<float> packed, int outputs, ReadOnlySpan<float> x, int[] taps, ReadOnlySpan<int> runs, Span<float> y)
    {
        bool overlaps = runs.Length > 1 && runs[^1] - runs[^2] != Tensor.Lanes;
        Multiply(packed, outputs, x, taps, overlaps ? runs[..^1] : runs, y);
        if (overlaps)
        {
            Multiply(packed, outputs, x, taps, runs[^1..], y);
        }
    }

    private void Multiply(ReadOnlySpan<float> packed, int outputs, ReadOnlySpan<float> x, int[] taps, ReadOnlySpan<int> runs, Span<float> y) =>
        IndirectProduct.Multiply(packed, 0..IndirectProduct.Tiles(outputs), x, taps, runs, y[runs[0]..], new OutputLayout(outputs, _inputs, Tensor.Lanes));
}
