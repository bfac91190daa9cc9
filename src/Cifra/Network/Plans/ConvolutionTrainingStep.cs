using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A convolution with the rectifier and the 2x2 pool that follow it.</summary>
/// <remarks>
/// A task is one block of sixteen images: forward all of its steps, backward its gradients to the weights and to the input one after
/// the other while its dz is in the cache. Each block has its own sums of weight gradients; they are added in the order of the blocks,
/// so the number of threads does not show.
/// </remarks>
internal sealed class ConvolutionTrainingStep : BlockTrainingStep
{
    private readonly ConvolutionEnd _end;
    private readonly Parameter _weight;
    private readonly Parameter? _bias;
    private readonly BlockConvolution _forward;
    private readonly BlockConvolution _backward;
    private readonly WeightGradient _gradient;
    private readonly Tensor _places;
    private readonly AlignedFloats _packed = new();
    private readonly AlignedFloats _packedBackward = new();
    private readonly AlignedFloats _partial = new();

    /// <summary>The step.</summary>
    public ConvolutionTrainingStep(Convolution layer, Shape input, ConvolutionEnd end, Workers workers)
        : base(end.Output(layer.OutputShape(input)), workers)
    {
        _end = end;
        _weight = layer.Weight;
        _bias = layer.Bias;
        Shape sums = layer.OutputShape(input);
        Window window = layer.Window;
        _forward = BlockConvolution.For(input, sums.Channels, window);
        _backward = BlockConvolution.For(sums, input.Channels, window with
        {
            PaddingHeight = window.Height - 1 - window.PaddingHeight,
            PaddingWidth = window.Width - 1 - window.PaddingWidth,
        });
        _gradient = WeightGradient.For(input, sums, window);
        _places = new Tensor(Output);
    }

    private int Area => _forward.Window.Height * _forward.Window.Width;

    private int PartialSize => _gradient.SumSize + (_bias?.Length ?? 0);

    /// <summary>Whether the gradient to such a layer's input is a convolution of its own.</summary>
    public static bool Takes(Convolution layer) => layer.Window is { Stride: 1 } window
        && window.PaddingHeight < window.Height && window.PaddingWidth < window.Width;

    /// <inheritdoc/>
    public override void Prepare()
    {
        _forward.Pack(
            KernelView.Forward(_weight.Values, _forward.Input.Channels, Area), _bias is null ? [] : _bias.Values, _packed.Take(_forward.PackedSize));
        _backward.Pack(KernelView.Backward(_weight.Values, _forward.Input.Channels, Area), [], _packedBackward.Take(_backward.PackedSize));
    }

    /// <inheritdoc/>
    public override void BeginForward(Tensor x, Tensor y)
    {
        base.BeginForward(x, y);
        if (_end.Pools)
        {
            _places.Resize(y.Shape);
        }
    }

    /// <inheritdoc/>
    public override void ForwardBlock(int block, Scratch scratch) => _forward.Run(
        _packed.Take(_forward.PackedSize), X!.Block(block), Y!.Block(block), _end, _end.Pools ? _places.Block(block) : [], scratch);

    /// <inheritdoc/>
    public override void BeginBackward(Tensor x, Tensor y)
    {
        base.BeginBackward(x, y);
        _partial.Take(x.Blocks * PartialSize); // grows here, on one thread
    }

    /// <inheritdoc/>
    public override void EndBackward()
    {
        int blocks = X!.Blocks;
        Span<float> partial = _partial.Take(blocks * PartialSize);
        Span<float> sum = partial[..PartialSize];
        for (int block = 1; block < blocks; block++)
        {
            Kernels.Add(partial.Slice(block * PartialSize, PartialSize), sum);
        }

        _gradient.Finish(sum[.._gradient.SumSize], _weight.Gradient);
        if (_bias is not null)
        {
            sum[_gradient.SumSize..].CopyTo(_bias.Gradient);
        }
    }

    /// <inheritdoc/>
    public override void BackwardBlock(int block, Span<float> dy, Span<float> dx, Scratch scratch)
    {
        Span<float> dz = BackwardThroughEnd(block, dy, scratch);
        Span<float> partial = _partial.Take((block + 1) * PartialSize).Slice(block * PartialSize, PartialSize);
        _gradient.Compute(dz, X!.Block(block), partial[.._gradient.SumSize], scratch);
        if (_bias is not null)
        {
            SumChannels(dz, partial[_gradient.SumSize..], scratch);
        }

        if (!dx.IsEmpty)
        {
            _backward.Run(_packedBackward.Take(_backward.PackedSize), dz, dx, default, [], scratch);
        }
    }

    // The gradient to the convolution's own sums, before rectifier and pool.
    private Span<float> BackwardThroughEnd(int block, Span<float> dy, Scratch scratch)
    {
        ReadOnlySpan<float> y = Y!.Block(block);
        if (!_end.Pools)
        {
            if (_end.Rectify)
            {
                Kernels.Rectify(y, dy);
            }

            return dy;
        }

        Shape full = _forward.Output;
        Span<float> dz = scratch.Take(ScratchSlot.Gradient, full.Features * Tensor.Lanes);
        HalvingPool.SpreadBlock(dy, y, _places.Block(block), _end.Rectify, dz, full);
        return dz;
    }

    private void SumChannels(ReadOnlySpan<float> dz, Span<float> sums, Scratch scratch)
    {
        Span<float> lanes = scratch.Take(ScratchSlot.Sums, Tensor.Lanes);
        int plane = _forward.Output.Positions * Tensor.Lanes;
        for (int o = 0; o < sums.Length; o++)
        {
            lanes.Clear();
            Kernels.AddRuns(dz.Slice(o * plane, plane), lanes);
            sums[o] = Kernels.AddLanes(lanes);
        }
    }
}
