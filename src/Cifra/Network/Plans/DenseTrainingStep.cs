using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A dense layer with the rectifier that follows it.</summary>
/// <remarks>
/// Forward, a task is some outputs of all images. Backward, a task is a strip of 48 inputs: it is turned so that the inputs of an image lie
/// side by side, and then both gradients are products over its three runs, dW[o] = Σₙ dy[n][o]·x[n] and dx[n] = Σₒ dy[n][o]·W[o]. What
/// they read over and over, the strip of x and that of W, fits the nearest caches.
/// </remarks>
internal sealed class DenseTrainingStep : TrainingStep
{
    private const int TilesOfTask = 8;
    private const int Strip = 3 * Tensor.Lanes;

    private readonly int _inputs;
    private readonly int _outputs;
    private readonly bool _rectify;
    private readonly Workers _workers;
    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly int[] _inputTaps;
    private readonly AlignedFloats _packed = new();
    private readonly AlignedFloats _packedByOutput = new();
    private readonly AlignedFloats _packedByImage = new();
    private readonly Action<int, Scratch> _forwardTask;
    private readonly Action<int, Scratch> _backwardStrip;
    private int[] _blocks = [];
    private int[] _stripTaps = [];
    private Tensor? _x;
    private Tensor? _y;
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
        _forwardTask = ForwardTask;
        _backwardStrip = BackwardStrip;
    }

    private int Images => _x!.Blocks * Tensor.Lanes;

    private int PackedSize => IndirectProduct.PackedSize(_outputs, _inputs);

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y)
    {
        (_x, _y) = (x, y);
        if (_blocks.Length != x.Blocks)
        {
            _blocks = GeometryTables.Grid(1, 1, x.Blocks, 0, 0, x.BlockSize);
            _stripTaps = GeometryTables.Grid(1, 1, Math.Max(Images, _outputs), 0, 0, Strip);
        }

        _packed.Take(PackedSize); // grows here, on one thread
        int tiles = IndirectProduct.Tiles(_outputs);
        _workers.For((tiles + TilesOfTask - 1) / TilesOfTask, _forwardTask);
    }

    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor y, Tensor dy, Tensor? dx)
    {
        (_x, _y, _dx) = (x, y, dx);
        if (_rectify)
        {
            Kernels.Rectify(y.Values, dy.Values);
        }

        SumBias(dy);

        // dy as the weights of both products: [O] outputs with images as taps, and [N] images with outputs as taps.
        var byOutput = new KernelView(dy.Values, outputStride: Tensor.Lanes, inputStride: dy.BlockSize);
        IndirectProduct.Pack(byOutput, dy.Blocks, Tensor.Lanes, [], _packedByOutput.Take(IndirectProduct.PackedSize(_outputs, Images)), _outputs);
        if (dx is not null)
        {
            PackByImage(dy);
        }

        _workers.For((_inputs + Strip - 1) / Strip, _backwardStrip);
    }

    private void ForwardTask(int task, Scratch scratch)
    {
        // The task lays out the weights of its outputs itself, and uses them while they are near.
        int firstTile = task * TilesOfTask;
        int lastTile = Math.Min(firstTile + TilesOfTask, IndirectProduct.Tiles(_outputs));
        int first = firstTile * IndirectProduct.TileOutputs;
        int count = Math.Min(lastTile * IndirectProduct.TileOutputs, _outputs) - first;
        Span<float> packed = _packed.Take(PackedSize);
        IndirectProduct.Pack(
            KernelView.Forward(_weight.Values[(first * _inputs)..], _inputs, area: 1),
            _inputs,
            1,
            _bias.Values.Slice(first, count),
            packed[IndirectProduct.PackedSize(first, _inputs)..],
            count);
        IndirectProduct.Multiply(
            packed,
            firstTile..lastTile,
            _x!.Values,
            _inputTaps,
            _blocks,
            _y!.Values,
            new OutputLayout(_outputs, Tensor.Lanes, _y.BlockSize),
            _rectify);
    }

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

    private void BackwardStrip(int strip, Scratch scratch)
    {
        int start = strip * Strip;
        int width = Math.Min(Strip, _inputs - start);
        Span<float> operand = scratch.Take(ScratchSlot.Tiles, Math.Max(Images, _outputs) * Strip);
        Span<float> result = scratch.Take(ScratchSlot.Products, Math.Max(Images, _outputs) * Strip);
        TurnInputs(start, width, operand);
        Multiply(_packedByOutput, _outputs, operand, Images, width, result);
        for (int o = 0; o < _outputs; o++)
        {
            result.Slice(o * Strip, width).CopyTo(_weight.Gradient[((o * _inputs) + start)..]);
        }

        if (_dx is null)
        {
            return;
        }

        for (int o = 0; o < _outputs; o++)
        {
            _weight.Values.Slice((o * _inputs) + start, width).CopyTo(operand[(o * Strip)..]);
        }

        Multiply(_packedByImage, Images, operand, _outputs, width, result);
        TurnGradients(start, width, result);
    }

    // strip[n][i] = x[i][n]
    private void TurnInputs(int start, int width, Span<float> strip)
    {
        for (int block = 0; block < _x!.Blocks; block++)
        {
            ReadOnlySpan<float> from = _x.Block(block).Slice(start * Tensor.Lanes, width * Tensor.Lanes);
            Kernels.Transpose(from, Tensor.Lanes, strip[(block * Tensor.Lanes * Strip)..], Strip, rows: width, columns: Tensor.Lanes);
        }
    }

    // dx[i][n] = strip[n][i]
    private void TurnGradients(int start, int width, ReadOnlySpan<float> strip)
    {
        for (int block = 0; block < _dx!.Blocks; block++)
        {
            Span<float> to = _dx.Block(block).Slice(start * Tensor.Lanes, width * Tensor.Lanes);
            Kernels.Transpose(strip[(block * Tensor.Lanes * Strip)..], Strip, to, Tensor.Lanes, rows: Tensor.Lanes, columns: width);
        }
    }

    // y[o][run] = Σₜ w[o][t]·x[t][run] for the runs of a strip; a last run that is not whole computes what nobody reads.
    private void Multiply(AlignedFloats packed, int outputs, ReadOnlySpan<float> x, int taps, int width, Span<float> y)
    {
        ReadOnlySpan<int> runs = [0, Tensor.Lanes, 2 * Tensor.Lanes];
        IndirectProduct.Multiply(
            packed.Take(IndirectProduct.PackedSize(outputs, taps)),
            0..IndirectProduct.Tiles(outputs),
            x,
            _stripTaps.AsSpan(0, taps),
            runs[..((width + Tensor.Lanes - 1) / Tensor.Lanes)],
            y,
            new OutputLayout(outputs, Strip, Tensor.Lanes));
    }
}
