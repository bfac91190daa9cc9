using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Writes with a broader pen: the ink grows on each side.</summary>
internal sealed class ThickerCorruption() : Corruption(
    "thicker", "pixels on each side of a stroke", "strokes widened", SeenBy.Augmentation, 0.4, 0.7, 1, 1.35, 1.7)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random) => StrokeWidth.Dilate(from, to, dial);
}
