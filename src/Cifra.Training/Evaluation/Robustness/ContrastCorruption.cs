using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Faint ink on dim paper: all levels are pulled towards the middle grey.</summary>
internal sealed class ContrastCorruption() : Corruption(
    "contrast", "share of the contrast left", "ink and paper pulled towards the middle grey", SeenBy.Field, 0.9, 0.75, 0.55, 0.35, 0.2)
{
    private const double MiddleGrey = 127.5;

    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = Level(MiddleGrey + (dial * (from[i] - MiddleGrey)));
        }
    }
}
