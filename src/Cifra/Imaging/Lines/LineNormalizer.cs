using Cifra.Imaging.Digits;

namespace Cifra.Imaging.Lines;

/// <summary>Brings a line of writing to one height: what the line network sees, in training and in use.</summary>
/// <remarks>The one definition of it, as <see cref="DigitNormalizer"/> is for single digits.</remarks>
public static class LineNormalizer
{
    /// <summary>Rows of a normalized line.</summary>
    public const int Height = 32;

    /// <summary>Rows that a digit takes of them; the rest is room above and below.</summary>
    public const int DigitHeight = 22;

    private const double ScratchSlot = (Height - DigitHeight) / 2.0;

    /// <summary>A line's ink, <see cref="Height"/> rows high.</summary>
    /// <param name="ink">Bright ink on black; it is not changed.</param>
    /// <param name="top">Row where the digits begin.</param>
    /// <param name="bottom">Row below them.</param>
    /// <param name="left">Column where the line begins.</param>
    /// <param name="right">Column after it.</param>
    /// <param name="slope">Rows down for each column to the right; the rows are those at <paramref name="left"/>.</param>
    /// <returns>A picture of one column or more; black where the line reaches out of the picture.</returns>
    /// <exception cref="ArgumentException">The line has no height or no width.</exception>
    public static GrayImage Normalize(GrayImage ink, double top, double bottom, double left, double right, double slope = 0)
    {
        ArgumentNullException.ThrowIfNull(ink);
        if (!(bottom - top >= 1 && right - left >= 1))
        {
            throw new ArgumentException($"A line from column {left} to {right} and row {top} to {bottom} has no size.", nameof(bottom));
        }

        double scale = (bottom - top) / DigitHeight;
        int width = Math.Max(1, (int)Math.Round((right - left) / scale));
        GrayImage source = Strokes.WidenThin(Around(ink, top - (ScratchSlot * scale), bottom + (ScratchSlot * scale), left, right, slope), scale);
        return scale > 1 ? Resample.Area(source, width, Height) : Resample.Bilinear(source, width, Height);
    }

    // The line's part of the picture, each column moved up or down by the slope.
    private static GrayImage Around(GrayImage ink, double top, double bottom, double left, double right, double slope)
    {
        int y = (int)Math.Round(top);
        int x = (int)Math.Round(left);
        var part = new GrayImage(Math.Max(1, (int)Math.Round(right) - x), Math.Max(1, (int)Math.Round(bottom) - y));
        for (int column = Math.Max(0, -x); column < part.Width && x + column < ink.Width; column++)
        {
            int down = y + (int)Math.Round(slope * column);
            for (int row = Math.Max(0, -down); row < part.Height && down + row < ink.Height; row++)
            {
                part.Pixels[(row * part.Width) + column] = ink.Pixels[((down + row) * ink.Width) + x + column];
            }
        }

        return part;
    }
}
