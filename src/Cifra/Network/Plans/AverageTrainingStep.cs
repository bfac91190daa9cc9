using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A global average pool. A task is one block of sixteen images.</summary>
internal sealed class AverageTrainingStep : TrainingStep
{
    private readonly Workers _workers;
    private readonly Shape _input;
    private readonly Action<int, Scratch> _forwardBlock;
    private readonly Action<int, Scratch> _backwardBlock;
    private Tensor? _x;
    private Tensor? _y;
    private Tensor? _dy;
    private Tensor? _dx;

    /// <summary>The step.</summary>
    public AverageTrainingStep(Shape input, Workers workers)
        : base(new Shape(1, input.Channels, 1, 1))
    {
        _input = input.WithCount(1);
        _workers = workers;
        _forwardBlock = (block, _) => GlobalAveragePool.ForwardBlock(_x!.Block(block), _y!.Block(block), _input);
        _backwardBlock = (block, _) => GlobalAveragePool.BackwardBlock(_dy!.Block(block), _dx!.Block(block), _input);
    }

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y)
    {
        (_x, _y) = (x, y);
        _workers.For(x.Blocks, _forwardBlock);
    }

    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor y, Tensor dy, Tensor? dx)
    {
        (_dy, _dx) = (dy, dx);
        if (dx is not null)
        {
            _workers.For(x.Blocks, _backwardBlock);
        }
    }
}
