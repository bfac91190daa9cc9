using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A global average pool.</summary>
internal sealed class AverageTrainingStep(Shape input, Workers workers) : BlockTrainingStep(new Shape(1, input.Channels, 1, 1), workers)
{
    /// <inheritdoc/>
    public override void ForwardBlock(int block, Scratch scratch) => GlobalAveragePool.ForwardBlock(X!.Block(block), Y!.Block(block), input);

    /// <inheritdoc/>
    public override void BackwardBlock(int block, Span<float> dy, Span<float> dx, Scratch scratch)
    {
        if (!dx.IsEmpty)
        {
            GlobalAveragePool.BackwardBlock(dy, dx, input);
        }
    }
}
