using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Salt and pepper: single pixels are turned white or black.</summary>
internal sealed class SpeckCorruption() : Corruption(
    "specks", "share of the pixels", "single pixels turned white or black", SeenBy.None, 0.01, 0.03, 0.06, 0.1, 0.16)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        for (int i = 0; i < to.Length; i++)
        {
            bool hit = random.NextDouble() < dial;
            byte speck = random.Next(2) == 0 ? byte.MinValue : byte.MaxValue; // drawn in any case: so the specks of a strength are among the next one's
            to[i] = hit ? speck : from[i];
        }
    }
}
