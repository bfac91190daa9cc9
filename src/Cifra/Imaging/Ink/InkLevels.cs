namespace Cifra.Imaging.Ink;

/// <summary>The level up to which a pixel is paper, and the level from which it is full ink.</summary>
internal sealed record InkLevels(int Paper, int Ink)
{
    /// <summary>Ink differs from its paper by at least this many levels of 255, or there is none.</summary>
    private const int FaintestInk = 24;

    /// <summary>What differs from the paper by more than this many of the paper's deviations is not paper.</summary>
    private const int PaperDeviations = 4;

    /// <summary>Ink differs from its paper by at least this many of the paper's deviations, or there is none.</summary>
    private const int InkDeviations = 6;

    /// <summary>Ink covers at least this share of a picture: a hair's thickness across a page.</summary>
    private const double LeastInk = 0.0001;

    /// <summary>Absorption goes from -255, brighter than the paper, to 255, all light gone.</summary>
    public const int Bins = 511;

    private const int Zero = 255;

    /// <summary>Where in the histogram a level of absorption is counted.</summary>
    public static int Bin(int absorption) => absorption + Zero;

    /// <summary>The levels of a picture whose lighting has been removed, or null where nothing in it stands out as ink.</summary>
    /// <param name="histogram">[511] how many pixels absorb how much.</param>
    /// <param name="keepFaint">Whether ink begins just above the paper's grain: for single digits, of which faint ends are a larger part.</param>
    /// <remarks>
    /// Paper is what most pixels show, and its unevenness is read off the side of the histogram that holds no ink. Only what stands out
    /// of the paper is then parted by Otsu's method into haze and ink: on all pixels it would fail where ink covers next to nothing.
    /// </remarks>
    public static InkLevels? Find(ReadOnlySpan<int> histogram, bool keepFaint = false)
    {
        int paper = Histogram.Quantile(histogram, 0.5);
        int deviation = Math.Max(1, paper - Histogram.Quantile(histogram, 0.16));
        ReadOnlySpan<int> standsOut = histogram[Math.Min(Bins, paper + (PaperDeviations * deviation) + 1)..];
        double share = (double)Total(standsOut) / Total(histogram);
        if (share < LeastInk || share == 0)
        {
            return null;
        }

        int haze = Histogram.OtsuLevel(standsOut);
        ReadOnlySpan<int> dark = haze + 1 < standsOut.Length ? standsOut[(haze + 1)..] : standsOut;
        int ink = Bins - dark.Length + Histogram.Quantile(dark, 0.5);
        int contrast = ink - paper;
        return contrast < Math.Max(FaintestInk, InkDeviations * deviation)
            ? null
            : new InkLevels(paper - Zero + (keepFaint ? Math.Max(3 * deviation / 2, contrast / 32) : Math.Max(2 * deviation, contrast / 8)), ink - Zero);
    }

    /// <summary>0 for paper, 255 for full ink, in between in proportion.</summary>
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
