using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>
/// A step that takes each block of sixteen images by itself, forward and back: a plan carries a block through several such steps while its values
/// are in the cache.
/// </summary>
internal abstract class BlockTrainingStep : TrainingStep
{
    private readonly Workers _workers;
    private readonly Action<int, Scratch> _forwardBlock;
    private readonly Action<int, Scratch> _backwardBlock;
    private Tensor? _dy;
    private Tensor? _dx;

    /// <summary>The step.</summary>
    /// <param name="output">Size of an output image.</param>
    /// <param name="workers">The threads to use.</param>
    protected BlockTrainingStep(Shape output, Workers workers)
        : base(output)
    {
        _workers = workers;
        _forwardBlock = ForwardBlock;
        _backwardBlock = (block, scratch) => BackwardBlock(block, _dy!.Block(block), _dx is null ? [] : _dx.Block(block), scratch);
    }

    /// <summary>The input of the pass under way.</summary>
    protected Tensor? X { get; private set; }

    /// <summary>The output.</summary>
    protected Tensor? Y { get; private set; }

    /// <inheritdoc/>
    public sealed override void Forward(Tensor x, Tensor y)
    {
        BeginForward(x, y);
        _workers.For(x.Blocks, _forwardBlock);
    }

    /// <inheritdoc/>
    public sealed override void Backward(Tensor x, Tensor y, Tensor dy, Tensor? dx)
    {
        BeginBackward(x, y);
        (_dy, _dx) = (dy, dx);
        _workers.For(x.Blocks, _backwardBlock);
        EndBackward();
    }

    /// <summary>Says what the blocks of a pass are.</summary>
    public virtual void BeginForward(Tensor x, Tensor y) => (X, Y) = (x, y);

    /// <summary>Computes one block of y.</summary>
    public abstract void ForwardBlock(int block, Scratch scratch);

    /// <summary>Says what the blocks of the way back are.</summary>
    public virtual void BeginBackward(Tensor x, Tensor y) => (X, Y) = (x, y);

    /// <summary>Computes one block of the gradient to the input, and the block's part of the parameters' gradients.</summary>
    /// <param name="block">Which block.</param>
    /// <param name="dy">The block's gradient to the output; the step may use its memory.</param>
    /// <param name="dx">Receives the block's gradient to the input; empty when nobody needs it.</param>
    /// <param name="scratch">The thread's memory.</param>
    public abstract void BackwardBlock(int block, Span<float> dy, Span<float> dx, Scratch scratch);

    /// <summary>Sets the parameters' gradients from the parts of all blocks.</summary>
    public virtual void EndBackward()
    {
    }
}
