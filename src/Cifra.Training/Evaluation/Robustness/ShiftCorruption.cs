using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Moves the picture by whole pixels, up, down, left or right; what leaves the frame is lost, what comes in is paper.</summary>
internal sealed class ShiftCorruption() : Corruption(
    "shift", "pixels", "moved up, down, left or right", SeenBy.Augmentation, 1, 2, 3, 4, 6)
{
    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        int far = (int)dial;
        (int across, int down) = random.Next(4) switch { 0 => (far, 0), 1 => (-far, 0), 2 => (0, far), _ => (0, -far) };
        to.Clear();
        for (int y = Math.Max(0, down); y < Math.Min(Side, Side + down); y++)
        {
            int start = Math.Max(0, across);
            int end = Math.Min(Side, Side + across);
            if (start < end)
            {
                from.Slice(((y - down) * Side) + start - across, end - start).CopyTo(to[((y * Side) + start)..]);
            }
        }
    }
}
