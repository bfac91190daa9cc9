namespace Cifra.Imaging.Ink;

/// <summary>The absorption up to which a pixel is paper, and the absorption from which it is full ink.</summary>
/// <param name="Paper">0 to 255: the greatest absorption of paper.</param>
/// <param name="Ink">0 to 255: the usual absorption of ink.</param>
internal sealed record InkLevels(int Paper, int Ink)
{
    /// <summary>Number of levels of absorption: from -255 (brighter than the paper) to 255 (all light absorbed).</summary>
    public const int Bins = 511;

    private const int Zero = 255;

    /// <summary>The index of a level of absorption in the histogram.</summary>
    public static int Bin(int absorption) => absorption + Zero;

    /// <summary>The levels of a picture with even light; null if nothing in it stands out as ink.</summary>
    /// <param name="histogram">[511] the number of pixels of each absorption.</param>
    /// <param name="keepFaint">Whether ink begins just above the paper's grain: for single digits, of which faint ends are a larger part.</param>
    /// <remarks>
    /// Most pixels are paper: the median is its level, and its deviation is measured on the side of the histogram without ink. Only what stands out of the
    /// paper is then separated into haze and ink by Otsu's method. On all pixels the method would fail where ink covers next to nothing.
    /// </remarks>
    public static InkLevels? Find(ReadOnlySpan<int> histogram, bool keepFaint = false)
    {
        InkLevelsOptions options = InkLevelsOptions.Default;
        int paper = Histogram.Quantile(histogram, 0.5);
        int deviation = Math.Max(1, paper - Histogram.Quantile(histogram, options.DeviationQuantile));
        ReadOnlySpan<int> standsOut = histogram[Math.Min(Bins, paper + (options.PaperDeviations * deviation) + 1)..];
        double share = (double)Total(standsOut) / Total(histogram);
        if (share < options.MinInk || share == 0)
        {
            return null;
        }

        int haze = Histogram.OtsuLevel(standsOut);
        ReadOnlySpan<int> dark = haze + 1 < standsOut.Length ? standsOut[(haze + 1)..] : standsOut;
        int ink = Bins - dark.Length + Histogram.Quantile(dark, 0.5);
        int contrast = ink - paper;
        if (contrast < Math.Max(options.MinContrast, options.MinInkDeviations * deviation))
        {
            return null;
        }

        int byDeviation = (int)((keepFaint ? options.FaintDeviations : options.Deviations) * deviation);
        int byContrast = (int)((keepFaint ? options.FaintContrast : options.Contrast) * contrast);
        return new InkLevels(paper - Zero + Math.Max(byDeviation, byContrast), ink - Zero);
    }

    /// <summary>Maps an absorption to 0 for paper, 255 for full ink, and linearly in between.</summary>
    public byte Stretch(int absorption) => (byte)Math.Clamp(255 * (absorption - Paper) / (Ink - Paper), 0, 255);

    private static long Total(ReadOnlySpan<int> histogram)
    {
        long total = 0;
        foreach (int count in histogram)
        {
            total += count;
        }

        return total;
    }
}
