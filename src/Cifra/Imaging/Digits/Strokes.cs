namespace Cifra.Imaging.Digits;

/// <summary>The width of strokes, and making thin ones wider.</summary>
internal static class Strokes
{
    /// <summary>In a normalized digit narrower strokes than this, in pixels, would fade to grey.</summary>
    private const double ThinInDigit = 1.6;

    /// <summary>The width that a thin stroke is given, in pixels of a normalized digit; MNIST's own are about this wide.</summary>
    private const double UsualInDigit = 2.2;

    /// <summary>Mean width of the strokes in pixels; 0 where there is no ink.</summary>
    /// <remarks>
    /// A stroke of length L and width w has the ink L·w, and levels that rise and fall once across it: summed over rows and columns
    /// that makes 2·L·(|cos| + |sin|), which over all directions is 2·L·4/π. Soft edges change neither.
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

    /// <summary>One digit's ink, its strokes widened if normalizing would make them too thin to see.</summary>
    public static GrayImage WidenThin(GrayImage digit)
    {
        PixelBox box = PixelBox.AroundInk(digit);
        return WidenThin(digit, Math.Max(box.Width, box.Height) / (double)DigitNormalizer.InkSide);
    }

    /// <summary>Ink that will be shrunk, its strokes widened if they would be too thin to see.</summary>
    /// <param name="digit">Bright ink on black.</param>
    /// <param name="scale">How many times it will be shrunk.</param>
    public static GrayImage WidenThin(GrayImage digit, double scale)
    {
        double width = Width(digit);
        if (scale <= 1 || width >= ThinInDigit * scale)
        {
            return digit;
        }

        int radius = (int)Math.Round(((UsualInDigit * scale) - width) / 2);
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
