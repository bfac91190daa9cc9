using Cifra.Imaging;
using Cifra.Network;

namespace Cifra.Data;

/// <summary>Draws pictures of a set side by side: a row for each digit, or ten rows in order where the truth is not known.</summary>
public static class SampleSheet
{
    private const int Rows = 10;
    private const int Gap = 2;
    private const int Cell = DigitInput.Side + Gap;
    private const byte GapLevel = 64;

    /// <summary>One sheet. The pictures of a row lie spread evenly over the set, so that a sorted set shows all its parts.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="columns">Most pictures in a row, 1 to 200. A digit with fewer pictures has a shorter row.</param>
    public static GrayImage Draw(DigitSet set, int columns = 20)
    {
        ArgumentNullException.ThrowIfNull(set);
        Guard.InRange(columns, 1, 200);
        var sheet = new GrayImage((columns * Cell) + Gap, (Rows * Cell) + Gap);
        sheet.Pixels.Fill(GapLevel);
        for (int row = 0; row < Rows; row++)
        {
            int[] members = Members(set, row);
            int shown = Math.Min(columns, members.Length);
            for (int column = 0; column < shown; column++)
            {
                int index = members[(int)((long)column * members.Length / shown)];
                Place(set.Pixels(index), sheet, Gap + (column * Cell), Gap + (row * Cell));
            }
        }

        return sheet;
    }

    private static int[] Members(DigitSet set, int row)
    {
        if (set.HasLabels)
        {
            return [.. Enumerable.Range(0, set.Count).Where(i => set.Labels[i] == row)];
        }

        int start = (int)((long)set.Count * row / Rows);
        return [.. Enumerable.Range(start, (int)((long)set.Count * (row + 1) / Rows) - start)];
    }

    private static void Place(ReadOnlySpan<byte> picture, GrayImage sheet, int left, int top)
    {
        for (int y = 0; y < DigitInput.Side; y++)
        {
            picture.Slice(y * DigitInput.Side, DigitInput.Side).CopyTo(sheet.Row(top + y)[left..]);
        }
    }
}
