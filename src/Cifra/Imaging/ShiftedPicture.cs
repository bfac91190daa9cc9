using Cifra.Network;

namespace Cifra.Imaging;

/// <summary>Shifts a 28x28 picture by whole pixels. Black (no ink) comes in at the border.</summary>
internal static class ShiftedPicture
{
    /// <summary>Writes the shifted picture.</summary>
    /// <param name="from">[784] the picture.</param>
    /// <param name="to">[784] receives the result; must not overlap <paramref name="from"/>.</param>
    /// <param name="right">Pixels to the right; negative to the left.</param>
    /// <param name="down">Pixels down; negative up.</param>
    public static void Write(ReadOnlySpan<byte> from, Span<byte> to, int right, int down)
    {
        const int Side = DigitInput.Side;
        to.Clear();
        int width = Math.Max(0, Side - Math.Abs(right));
        for (int y = Math.Max(0, down); y < Math.Min(Side, Side + down); y++)
        {
            from.Slice(((y - down) * Side) + Math.Max(0, -right), width).CopyTo(to[((y * Side) + Math.Max(0, right))..]);
        }
    }
}
