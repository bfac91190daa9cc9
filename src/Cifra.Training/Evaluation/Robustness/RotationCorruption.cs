using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Turns the picture about its middle, one way or the other.</summary>
internal sealed class RotationCorruption() : Corruption(
    "rotation", "degrees", "turned to the left or to the right", SeenBy.Augmentation, 8, 16, 24, 32, 40)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        (double sin, double cos) = Math.SinCos(Sign(random) * dial * Math.PI / 180);
        new AffineMove(cos, sin, -sin, cos).Apply(from, to);
    }
}
