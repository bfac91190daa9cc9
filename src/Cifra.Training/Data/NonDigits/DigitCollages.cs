using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Several digits that a crop took for one.</summary>
internal static class DigitCollages
{
    private const string All = "0123456789";

    // A 1 within or close to another digit may pass for a stroke of it, and a 7 for its top and back: 1 over 7, or a 0 and a 1 that make a 9.
    private const string Broad = "0234568";

    /// <summary>Two digits, now and then three, in a row; they may touch, save that a 1 keeps apart.</summary>
    public static void Neighbours(SeededRandom random, DigitSet digits, Span<byte> picture)
    {
        GrayImage row = DigitPick.Ink(digits, All, random, out int left);
        int more = random.Next(6) == 0 ? 2 : 1;
        for (int i = 0; i < more; i++)
        {
            GrayImage next = DigitPick.Ink(digits, All, random, out int label);
            bool one = left == 1 || label == 1;
            int gap = one ? random.Next(3, 9) : random.Next(-3, 6);
            int drop = (int)(random.NextGaussian() * 2);
            row = Paste(row, next, row.Width + gap, ((row.Height - next.Height) / 2) + drop);
            left = label;
        }

        NonDigitDegradation.Normalize(row, random, picture);
    }

    /// <summary>Two digits over each other, their middles clearly apart.</summary>
    public static void Overlaps(SeededRandom random, DigitSet digits, Span<byte> picture)
    {
        GrayImage first = DigitPick.Ink(digits, Broad, random, out _);
        GrayImage second = DigitPick.Ink(digits, Broad, random, out _);
        int wider = Math.Max(first.Width, second.Width);
        int across = (int)(wider * random.NextSingle(0.5f, 0.8f)) + ((first.Width - second.Width) / 2);
        int down = (int)(random.NextGaussian() * 3) + ((first.Height - second.Height) / 2);
        NonDigitDegradation.Normalize(Paste(first, second, across, down), random, picture);
    }

    // Both on a sheet large enough; the second's upper left corner at (left, top) of the first; the brighter ink counts.
    private static GrayImage Paste(GrayImage first, GrayImage second, int left, int top)
    {
        int x = Math.Min(0, left);
        int y = Math.Min(0, top);
        var sheet = new GrayImage(
            Math.Max(first.Width, left + second.Width) - x, Math.Max(first.Height, top + second.Height) - y);
        Lay(first, sheet, -x, -y);
        Lay(second, sheet, left - x, top - y);
        return sheet;
    }

    private static void Lay(GrayImage ink, GrayImage sheet, int left, int top)
    {
        for (int y = 0; y < ink.Height; y++)
        {
            ReadOnlySpan<byte> from = ink.Row(y);
            Span<byte> to = sheet.Row(top + y)[left..];
            for (int x = 0; x < from.Length; x++)
            {
                to[x] = Math.Max(to[x], from[x]);
            }
        }
    }
}
