using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>White on black, in a band across the picture; at the hardest strengths most of it, then all of it.</summary>
internal sealed class InversionCorruption() : Corruption(
    "inversion", "rows of 28", "a band of rows turned into its negative", SeenBy.Field, 3, 7, 14, 21, 28)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        int rows = (int)dial;
        int top = random.Next(Side - rows + 1);
        from.CopyTo(to);
        foreach (ref byte level in to.Slice(top * Side, rows * Side))
        {
            level = (byte)(255 - level);
        }
    }
}
