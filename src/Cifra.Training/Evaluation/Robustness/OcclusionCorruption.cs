using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Something white lies on the digit: a square of paper, its middle somewhere on the ink.</summary>
internal sealed class OcclusionCorruption() : Corruption(
    "occlusion", "pixels a side", "a square of paper laid on the ink", SeenBy.Field, 2, 4, 5, 6, 8)
{
    private const byte InkFrom = 128;

    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        int side = (int)dial;
        int middle = InkPixel(from, random);
        int left = (middle % Side) - (side / 2);
        int top = (middle / Side) - (side / 2);
        from.CopyTo(to);
        for (int y = Math.Max(0, top); y < Math.Min(Side, top + side); y++)
        {
            int start = Math.Max(0, left);
            to.Slice((y * Side) + start, Math.Min(Side, left + side) - start).Clear();
        }
    }

    private static int InkPixel(ReadOnlySpan<byte> picture, SeededRandom random)
    {
        int ink = 0;
        foreach (byte level in picture)
        {
            ink += level >= InkFrom ? 1 : 0;
        }

        int wanted = random.Next(ink);
        for (int i = 0; i < picture.Length; i++)
        {
            if (picture[i] >= InkFrom && wanted-- == 0)
            {
                return i;
            }
        }

        return (Side / 2 * Side) + (Side / 2); // no ink: any place will do
    }
}
