using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Makes the digit larger or smaller by a factor; what grows past the frame is cut off.</summary>
internal sealed class ScaleCorruption() : Corruption(
    "scale", "factor", "made larger or smaller by the factor", SeenBy.Augmentation, 1.1, 1.2, 1.3, 1.45, 1.6)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        double step = random.Next(2) == 0 ? dial : 1 / dial;
        new AffineMove(step, 0, 0, step).Apply(from, to);
    }
}
