using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>Rectifier: y = max(x, 0).</summary>
public sealed class Relu : Layer, IBlockwise
{
    internal const string Kind = "relu";

    /// <inheritdoc/>
    public override LayerDescription Description => new(Kind);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y, Pass pass) =>
        pass.Workers.For(x.Blocks, (block, _) => Kernels.Relu(x.Block(block), y.Block(block)));

    // dx = dy where x was above zero, else 0.
    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass)
    {
        if (dx is not null)
        {
            pass.Workers.For(x.Blocks, (block, _) => Kernels.ReluGradient(x.Block(block), dy.Block(block), dx.Block(block)));
        }
    }

    void IBlockwise.ForwardBlock(ReadOnlySpan<float> x, Span<float> y, Shape input) => Kernels.Relu(x, y);
}
