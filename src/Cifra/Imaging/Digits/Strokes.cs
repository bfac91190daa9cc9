namespace Cifra.Imaging.Digits;

/// <summary>Measures the width of strokes and widens thin ones.</summary>
internal static class Strokes
{
    /// <summary>Mean width of the strokes in pixels; 0 if there is no ink.</summary>
    /// <remarks>
    /// A stroke of length L and width w has ink L·w. Levels rise and fall once across it: the changes along rows and columns sum to 2·L·(|cos| + |sin|),
    /// in the mean over all directions 2·L·4/π. Soft edges change neither sum.
    /// </remarks>
    public static double Width(GrayImage ink)
    {
        long mass = 0;
        long change = 0;
        for (int y = 0; y <= ink.Height; y++)
        {
            for (int x = 0; x <= ink.Width; x++)
            {
                int here = Level(ink, x, y);
                mass += here;
                change += Math.Abs(here - Level(ink, x - 1, y)) + Math.Abs(here - Level(ink, x, y - 1));
            }
        }

        return change == 0 ? 0 : 8 / Math.PI * mass / change;
    }

    /// <summary>One digit's ink, its strokes widened if normalizing would make them too thin.</summary>
    public static GrayImage WidenThin(GrayImage digit)
    {
        PixelBox box = PixelBox.AroundInk(digit);
        return WidenThin(digit, Math.Max(box.Width, box.Height) / (double)DigitNormalizer.InkSide);
    }

    /// <summary>Ink that will be shrunk, its strokes widened if they would become too thin.</summary>
    /// <param name="digit">Bright ink on black.</param>
    /// <param name="scale">The factor by which it will be shrunk. At 1 or less nothing is done.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static GrayImage WidenThin(GrayImage digit, double scale, StrokeOptions? options = null)
    {
        options ??= StrokeOptions.Default;
        double width = Width(digit);
        if (scale <= 1 || width >= options.MinWidth * scale)
        {
            return digit;
        }

        int radius = (int)Math.Round(((options.WidenedWidth * scale) - width) / 2);
        return radius < 1 ? digit : Morphology.Dilate(Widened(digit, radius), radius);
    }

    private static GrayImage Widened(GrayImage digit, int margin)
    {
        var wide = new GrayImage(digit.Width + (2 * margin), digit.Height + (2 * margin));
        for (int y = 0; y < digit.Height; y++)
        {
            digit.Row(y).CopyTo(wide.Row(y + margin)[margin..]);
        }

        return wide;
    }

    private static int Level(GrayImage ink, int x, int y) =>
        x < 0 || y < 0 || x >= ink.Width || y >= ink.Height ? 0 : ink[x, y];
}
