namespace Cifra.Imaging.Digits;

/// <summary>Cuts single digits out of a picture of ink, without the ink around them.</summary>
internal static class DigitIsolator
{
    /// <summary>The faintest level of ink, of 255, that counts when pixels are joined to shapes. Fainter ink is the fringe of a stroke, or haze.</summary>
    /// <remarks>Set by hand on the project's drawn samples and development pictures; the source is not recorded.</remarks>
    public const byte Least = 48;

    /// <summary>The digit of a picture that shows one: without frames and specks, its strokes wide enough to stay visible.</summary>
    /// <param name="ink">Bright ink on black; it is not changed.</param>
    /// <returns>A picture of the digit alone, ready for <see cref="DigitNormalizer"/>; one black pixel if there is none.</returns>
    /// <remarks>Of several digits the one with the most ink is taken; ink in the middle of the picture counts more than ink at its edge.</remarks>
    public static GrayImage Isolate(GrayImage ink)
    {
        ConnectedComponents components = ConnectedComponents.Find(ink, Least);
        return Choose(components) is DigitInk digit ? Cut(ink, components, digit) : new GrayImage(1, 1);
    }

    /// <summary>The components that are the digit of a picture that shows one; null if there is none.</summary>
    /// <param name="components">All components of the picture.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static DigitInk? Choose(ConnectedComponents components, DigitIsolationOptions? options = null)
    {
        options ??= DigitIsolationOptions.Default;
        return DigitGrouping.Group(DigitParts.Choose(components, options), options).MaxBy(group => group.Area * Weight(group.Box, components, options));
    }

    /// <summary>One digit's ink alone, its levels stretched to full ink, its strokes wide enough to stay visible when it is normalized.</summary>
    /// <param name="ink">Bright ink on black; it is not changed.</param>
    /// <param name="components">All components of <paramref name="ink"/>.</param>
    /// <param name="digit">Those of the digit.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static GrayImage Cut(GrayImage ink, ConnectedComponents components, DigitInk digit, DigitIsolationOptions? options = null)
    {
        GrayImage alone = components.Cut(ink, digit.Box, digit.Labels);
        Strengthen(alone, options ?? DigitIsolationOptions.Default);
        return Strokes.WidenThin(alone);
    }

    // 1 in the middle, down to the weight at the edge, by the axis on which the box is further off the middle.
    private static double Weight(PixelBox box, ConnectedComponents picture, DigitIsolationOptions options)
    {
        double across = Math.Abs(((box.X + box.Right) / (double)picture.Width) - 1);
        double down = Math.Abs(((box.Y + box.Bottom) / (double)picture.Height) - 1);
        return Math.Max(options.EdgeWeight, 1 - Math.Max(across, down));
    }

    private static void Strengthen(GrayImage digit, DigitIsolationOptions options)
    {
        int[] histogram = Histogram.Of(digit.Pixels);
        histogram[0] = 0;
        int full = Math.Max(255 / options.MaxGain, Histogram.Quantile(histogram, options.FullInkQuantile));
        foreach (ref byte pixel in digit.Pixels)
        {
            pixel = (byte)Math.Min(255, pixel * 255 / full);
        }
    }
}
