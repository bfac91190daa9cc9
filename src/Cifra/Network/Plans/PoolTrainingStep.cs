using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A pool of 2x2 windows side by side that stands alone.</summary>
internal sealed class PoolTrainingStep : BlockTrainingStep
{
    private readonly Shape _input;
    private readonly Tensor _places;

    /// <summary>The step.</summary>
    public PoolTrainingStep(Shape input, Workers workers)
        : base(HalvingPool.Of(input.WithCount(1)), workers)
    {
        _input = input.WithCount(1);
        _places = new Tensor(Output);
    }

    /// <inheritdoc/>
    public override void BeginForward(Tensor x, Tensor y)
    {
        base.BeginForward(x, y);
        _places.Resize(y.Shape);
    }

    /// <inheritdoc/>
    public override void ForwardBlock(int block, Scratch scratch)
    {
        int size = Output.Positions * Tensor.Lanes;
        for (int c = 0; c < _input.Channels; c++)
        {
            Range plane = (c * size)..((c + 1) * size);
            HalvingPool.Write(X!.Plane(block, c), _input.Width, Y!.Block(block)[plane], _places.Block(block)[plane], Output, 0, 0);
        }
    }

    /// <inheritdoc/>
    public override void BackwardBlock(int block, Span<float> dy, Span<float> dx, Scratch scratch)
    {
        if (!dx.IsEmpty)
        {
            HalvingPool.SpreadBlock(dy, Y!.Block(block), _places.Block(block), rectified: false, dx, _input);
        }
    }
}
