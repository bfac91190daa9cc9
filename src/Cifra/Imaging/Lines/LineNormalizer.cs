using Cifra.Imaging.Digits;

namespace Cifra.Imaging.Lines;

/// <summary>Scales a line of writing to one height: the input of the line network, in training and in use.</summary>
/// <remarks>The only definition of this step, as <see cref="DigitNormalizer"/> is for single digits. The network was trained on these sizes.</remarks>
public static class LineNormalizer
{
    /// <summary>Rows of a normalized line.</summary>
    public const int Height = 32;

    /// <summary>Rows of them that a digit takes. The rest is margin above and below.</summary>
    public const int DigitHeight = 22;

    private const double Margin = (Height - DigitHeight) / 2.0;

    /// <summary>A line's ink, scaled to <see cref="Height"/> rows.</summary>
    /// <param name="ink">Bright ink on black; it is not changed.</param>
    /// <param name="top">First row of the digits, at the column <paramref name="left"/>.</param>
    /// <param name="bottom">First row below the digits, at the column <paramref name="left"/>.</param>
    /// <param name="left">First column of the line.</param>
    /// <param name="right">First column after the line.</param>
    /// <param name="slope">Rows down for each column to the right.</param>
    /// <returns>A picture of one column or more; black outside of <paramref name="ink"/>.</returns>
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
        GrayImage source = Strokes.WidenThin(Around(ink, top - (Margin * scale), bottom + (Margin * scale), left, right, slope), scale);
        return scale > 1 ? Resample.Area(source, width, Height) : Resample.Bilinear(source, width, Height);
    }

    // The line's part of the picture, each column shifted up or down so that the line is level.
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
