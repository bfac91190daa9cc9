namespace Cifra.Imaging.Formats.Png;

/// <summary>The five filters of PNG, each with its inverse: a byte is stored as its difference from a prediction.</summary>
/// <remarks>
/// The prediction of a byte comes from a, the byte a pixel to the left, b, the byte above, and c, the one a pixel to the left
/// of b; outside the picture they are 0. Source: PNG specification, third edition, section 9.
/// </remarks>
internal static class PngFilter
{
    public const int None = 0;
    public const int Sub = 1;
    public const int Up = 2;
    public const int Average = 3;
    public const int Paeth = 4;

    /// <summary>Number of filters.</summary>
    public const int Count = 5;

    /// <summary>Turns differences into bytes, in place.</summary>
    /// <param name="filter">0 to 4.</param>
    /// <param name="row">The row as stored, without its filter byte.</param>
    /// <param name="above">The row before it, restored; zeros for the first.</param>
    /// <param name="distance">Bytes from a sample to the same sample of the pixel to the left.</param>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        switch (filter)
        {
            case Sub:
                for (int i = distance; i < row.Length; i++)
                {
                    row[i] += row[i - distance];
                }

                break;
            case Up:
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] += above[i];
                }

                break;
            case Average or Paeth:
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] += Predict(filter, row, above, i, distance);
                }

                break;
        }
    }

    /// <summary>Writes the differences of a row to <paramref name="to"/>; <see cref="Undo"/> reverses it.</summary>
    public static void Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int distance, Span<byte> to)
    {
        for (int i = 0; i < row.Length; i++)
        {
            to[i] = (byte)(row[i] - Predict(filter, row, above, i, distance));
        }
    }

    private static byte Predict(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int i, int distance)
    {
        int a = i < distance ? 0 : row[i - distance];
        int b = above[i];
        return filter switch
        {
            Sub => (byte)a,
            Up => (byte)b,
            Average => (byte)((a + b) / 2),
            Paeth => PaethOf(a, b, i < distance ? 0 : above[i - distance]),
            _ => 0,
        };
    }

    // Whichever of a, b, c is nearest to a + b - c; the order of the comparisons breaks ties.
    private static byte PaethOf(int a, int b, int c)
    {
        int toA = Math.Abs(b - c);
        int toB = Math.Abs(a - c);
        int toC = Math.Abs(a + b - c - c);
        return (byte)(toA <= toB && toA <= toC ? a : toB <= toC ? b : c);
    }
}
