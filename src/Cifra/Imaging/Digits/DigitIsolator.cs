
namespace Cifra.Imaging.Digits;

/// <summary>Takes single digits out of a picture of ink, without what else is around.</summary>
public static class DigitIsolator
{
    /// <summary>The faintest level that holds components together.</summary>
    internal const byte Least = 48;

    /// <summary>Ink is made at most this many times stronger.</summary>
    private const int MostGain = 4;

    /// <summary>The digit of a picture that shows one, without frame and specks, its strokes wide enough to be seen.</summary>
    /// <param name="ink">Bright ink on black; it is not changed.</param>
    /// <returns>A picture of the digit alone, ready for <see cref="DigitNormalizer"/>; one black pixel where there is none.</returns>
    /// <remarks>Where there are several, the one with the most ink is taken, and less is needed in the middle than at the edge.</remarks>
    public static GrayImage Isolate(GrayImage ink)
    {
        ArgumentNullException.ThrowIfNull(ink);
        ConnectedComponents components = ConnectedComponents.Find(ink, Least);
        return Choose(components) is DigitInk digit ? Cut(ink, components, digit) : new GrayImage(1, 1);
    }

    /// <summary>Which of the components are the digit, or null where there is none.</summary>
    internal static DigitInk? Choose(ConnectedComponents components) =>
        DigitGrouping.Group(DigitParts.Choose(components)).MaxBy(group => group.Area * InTheMiddle(group.Box, components));

    /// <summary>One digit's ink alone, as strong as ink can be, its strokes visible after normalizing.</summary>
    internal static GrayImage Cut(GrayImage ink, ConnectedComponents components, DigitInk digit)
    {
        GrayImage alone = components.Cut(ink, digit.Box, digit.Labels);
        Strengthen(alone);
        return Strokes.WidenThin(alone);
    }

    // 1 in the middle, down to 0.1 at the edge, by the axis that is further off.
    private static double InTheMiddle(PixelBox box, ConnectedComponents picture)
    {
        double across = Math.Abs(((box.X + box.Right) / (double)picture.Width) - 1);
        double down = Math.Abs(((box.Y + box.Bottom) / (double)picture.Height) - 1);
        return Math.Max(0.1, 1 - Math.Max(across, down));
    }

    private static void Strengthen(GrayImage digit)
    {
        int[] histogram = Histogram.Of(digit.Pixels);
        histogram[0] = 0;
        int full = Math.Max(255 / MostGain, Histogram.Quantile(histogram, 0.75));
        foreach (ref byte pixel in digit.Pixels)
        {
            pixel = (byte)Math.Min(255, pixel * 255 / full);
        }
    }
}
