using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A pool of 2x2 windows side by side that stands alone. A task is one block of sixteen images.</summary>
internal sealed class PoolTrainingStep : TrainingStep
{
    private readonly Workers _workers;
    private readonly Shape _input;
    private readonly Tensor _places;
    private readonly Action<int, Scratch> _forwardBlock;
    private readonly Action<int, Scratch> _backwardBlock;
    private Tensor? _x;
    private Tensor? _y;
    private Tensor? _dy;
    private Tensor? _dx;

    /// <summary>The step.</summary>
    public PoolTrainingStep(Shape input, Workers workers)
        : base(HalvingPool.Of(input))
    {
        _input = input.WithCount(1);
        _workers = workers;
        _places = new Tensor(Output);
        _forwardBlock = ForwardBlock;
        _backwardBlock = BackwardBlock;
    }

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y)
    {
        (_x, _y) = (x, y);
        _places.Resize(y.Shape);
        _workers.For(x.Blocks, _forwardBlock);
    }

    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor y, Tensor dy, Tensor? dx)
    {
        (_y, _dy, _dx) = (y, dy, dx);
        if (dx is not null)
        {
            _workers.For(x.Blocks, _backwardBlock);
        }
    }

    private void ForwardBlock(int block, Scratch scratch)
    {
        int size = Output.Positions * Tensor.Lanes;
        for (int c = 0; c < _input.Channels; c++)
        {
            Range plane = (c * size)..((c + 1) * size);
            HalvingPool.Write(_x!.Plane(block, c), _input.Width, _y!.Block(block)[plane], _places.Block(block)[plane], Output, 0, 0);
        }
    }

    private void BackwardBlock(int block, Scratch scratch) =>
        HalvingPool.SpreadBlock(_dy!.Block(block), _y!.Block(block), _places.Block(block), rectified: false, _dx!.Block(block), _input);
}
