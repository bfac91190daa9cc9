namespace Cifra.Imaging.Lines;

/// <summary>Shifts a normalized line up or down, or slants it, by fractions of a pixel. Gives further views of the same writing.</summary>
internal static class LineShift
{
    /// <summary>The line shifted down. Ink that leaves the picture is lost, and black comes in.</summary>
    /// <param name="line">It is not changed.</param>
    /// <param name="rows">Rows down; negative for up.</param>
    public static GrayImage Lower(GrayImage line, double rows)
    {
        (int whole, double part) = Split(rows);
        var lower = new GrayImage(line.Width, line.Height);
        for (int y = 0; y < line.Height; y++)
        {
            Span<byte> to = lower.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                to[x] = Mix(Level(line, x, y - whole), Level(line, x, y - whole - 1), part);
            }
        }

        return lower;
    }

    /// <summary>The line slanted to the right; the result is wide enough for all ink.</summary>
    /// <param name="line">It is not changed.</param>
    /// <param name="slant">Columns to the right for each row up; negative for the left.</param>
    public static GrayImage Lean(GrayImage line, double slant)
    {
        double middle = line.Height / 2.0;
        double margin = middle * Math.Abs(slant);
        var leaning = new GrayImage(line.Width + (int)Math.Ceiling(2 * margin) + 1, line.Height);
        for (int y = 0; y < line.Height; y++)
        {
            (int whole, double part) = Split(margin + (slant * (middle - y)));
            Span<byte> to = leaning.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                to[x] = Mix(Level(line, x - whole, y), Level(line, x - whole - 1, y), part);
            }
        }

        return leaning;
    }

    // Whole pixels and the fraction.
    private static (int Whole, double Part) Split(double pixels)
    {
        int whole = (int)Math.Floor(pixels);
        return (whole, pixels - whole);
    }

    private static byte Mix(byte near, byte far, double part) => (byte)Math.Round(((1 - part) * near) + (part * far));

    private static byte Level(GrayImage line, int x, int y) => (uint)x < line.Width && (uint)y < line.Height ? line[x, y] : (byte)0;
}
