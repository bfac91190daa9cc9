using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Writes with a finer pen: the paper grows into the strokes. Less than a pixel on each side, or fine strokes would vanish.</summary>
internal sealed class ThinnerCorruption() : Corruption(
    "thinner", "pixels off each side of a stroke", "strokes thinned", SeenBy.Augmentation, 0.2, 0.4, 0.55, 0.7, 0.85)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        Span<byte> paper = stackalloc byte[DigitInput.Size];
        for (int i = 0; i < paper.Length; i++)
        {
            paper[i] = (byte)(255 - from[i]);
        }

        StrokeWidth.Dilate(paper, to, dial);
        foreach (ref byte level in to)
        {
            level = (byte)(255 - level);
        }
    }
}
