namespace Cifra.Imaging;

/// <summary>Moves a normalized line up or down by parts of a row.</summary>
internal static class LineShift
{
    /// <summary>The line, so many rows lower; what leaves the picture is lost, and black comes in.</summary>
    /// <param name="line">It is not changed.</param>
    /// <param name="rows">Rows down; below 0 up.</param>
    public static GrayImage Lower(GrayImage line, double rows)
    {
        int whole = (int)Math.Floor(rows);
        double part = rows - whole; // of a row comes from the row above
        var lower = new GrayImage(line.Width, line.Height);
        for (int y = 0; y < line.Height; y++)
        {
            Add(line, y - whole, 1 - part, lower.Row(y));
            Add(line, y - whole - 1, part, lower.Row(y));
        }

        return lower;
    }

    private static void Add(GrayImage line, int row, double share, Span<byte> to)
    {
        if ((uint)row < line.Height)
        {
            ReadOnlySpan<byte> from = line.Row(row);
            for (int x = 0; x < to.Length; x++)
            {
                to[x] = (byte)Math.Min(255, to[x] + Math.Round(share * from[x]));
            }
        }
    }
}
