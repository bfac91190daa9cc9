using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Slants the picture: each row moves by so much more than the one below it.</summary>
internal sealed class ShearCorruption() : Corruption(
    "shear", "pixels across for each pixel down", "slanted to the left or to the right", SeenBy.Augmentation, 0.15, 0.3, 0.45, 0.6, 0.8)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random) =>
        new AffineMove(1, Sign(random) * dial, 0, 1).Apply(from, to);
}
