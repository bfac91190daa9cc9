namespace Cifra.Imaging;

/// <summary>Takes a line of writing off its paper and keeps every shade: what is pattern and what is ink, the line network decides.</summary>
/// <remarks><see cref="InkExtractor"/> decides that itself, by levels, and is for pictures whose digits are cut apart.</remarks>
internal static class SoftInk
{
    /// <summary>Share of the pixels that are surely no ink: their median is the paper.</summary>
    private const double Paper = 0.5;

    /// <summary>Writing covers at least this share of a line: the darkest so many pixels are ink.</summary>
    private const double Ink = 0.04;

    /// <summary>Differences from the paper are made at most this many times stronger.</summary>
    private const double MostGain = 12;

    private const int DarkestPaper = 48;
    private const int Levels = 256;

    /// <summary>The ink of a picture of one line; the picture is not changed.</summary>
    /// <param name="photo">Dark ink on bright paper, or the other way round.</param>
    /// <returns>A picture of the same size: 0 where there is paper, 255 where ink is full.</returns>
    public static GrayImage Extract(GrayImage photo)
    {
        GrayImage dark = Polarity.InkIsBright(photo) ? Morphology.Invert(photo) : photo;
        GrayImage paper = Background.Estimate(dark);
        var ink = new GrayImage(photo.Width, photo.Height);
        Span<byte> to = ink.Pixels;
        for (int i = 0; i < to.Length; i++)
        {
            int light = paper.Pixels[i];
            to[i] = (byte)Math.Clamp((Levels - 1) * (light - dark.Pixels[i]) / Math.Max(DarkestPaper, light), 0, Levels - 1);
        }

        int[] histogram = Histogram.Of(to);
        int clear = Histogram.Quantile(histogram, Paper);
        int full = Histogram.Quantile(histogram, 1 - Ink);
        double gain = Math.Min(MostGain, (Levels - 1) / (double)Math.Max(1, full - clear));
        foreach (ref byte pixel in to)
        {
            pixel = (byte)Math.Clamp((pixel - clear) * gain, 0, Levels - 1);
        }

        return ink;
    }
}
