namespace Cifra.Imaging;

/// <summary>Takes the writing off its paper: bright ink on black, from a photo, a scan or a drawing.</summary>
public static class InkExtractor
{
    /// <summary>Paper darker than this is treated as if it were this bright: in the dark a small difference is noise, not ink.</summary>
    private const int DarkestPaper = 48;

    /// <summary>Ink differs from its paper by at least this many levels of 255, or there is none.</summary>
    private const int FaintestInk = 24;

    /// <summary>Ink differs from its paper by at least this many times the paper's own unevenness, or there is none.</summary>
    private const double InkAboveNoise = 5;

    /// <summary>The ink of <paramref name="photo"/>, which is not changed.</summary>
    /// <param name="photo">Dark ink on bright paper or the other way round, evenly lit or not.</param>
    /// <returns>A picture of the same size: 0 where there is paper, 255 where ink is full. All 0 where no ink was found.</returns>
    /// <remarks>The negative of a picture has the same ink.</remarks>
    public static GrayImage Extract(GrayImage photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        GrayImage dark = Polarity.InkIsBright(photo) ? Morphology.Invert(photo) : photo;
        GrayImage ink = Absorption(dark, Background.Estimate(dark));
        InkLevels? levels = InkLevels.Find(ink);
        if (levels is null)
        {
            ink.Pixels.Clear();
            return ink;
        }

        Stretch(ink.Pixels, levels);
        return ink;
    }

    // What the paper reflects is its light times what the ink lets through, hence 1 − picture/paper is the ink alone.
    private static GrayImage Absorption(GrayImage dark, GrayImage paper)
    {
        var ink = new GrayImage(dark.Width, dark.Height);
        ReadOnlySpan<byte> light = paper.Pixels;
        ReadOnlySpan<byte> seen = dark.Pixels;
        Span<byte> to = ink.Pixels;
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = (byte)(255 * Math.Max(0, light[i] - seen[i]) / Math.Max(DarkestPaper, (int)light[i]));
        }

        return ink;
    }

    private static void Stretch(Span<byte> ink, InkLevels levels)
    {
        Span<byte> table = stackalloc byte[256];
        for (int level = 0; level < table.Length; level++)
        {
            table[level] = (byte)Math.Clamp(255 * (level - levels.Paper) / (levels.Ink - levels.Paper), 0, 255);
        }

        foreach (ref byte pixel in ink)
        {
            pixel = table[pixel];
        }
    }

    /// <summary>The level up to which a pixel is paper, and the level from which it is full ink.</summary>
    private sealed record InkLevels(int Paper, int Ink)
    {
        /// <summary>The levels of a picture, or null where nothing in it stands out as ink.</summary>
        public static InkLevels? Find(GrayImage ink)
        {
            int[] histogram = Histogram.Of(ink.Pixels);
            int cut = Histogram.OtsuLevel(histogram);
            int full = Histogram.Quantile(histogram.AsSpan(cut + 1), 0.5) + cut + 1;
            int paper = Histogram.Quantile(histogram, 0.5);
            double noise = paper - Histogram.Quantile(histogram, 0.16); // one deviation, from the half that holds no ink
            double contrast = full - paper;
            if (cut == 255 || contrast < FaintestInk || contrast < InkAboveNoise * noise)
            {
                return null;
            }

            int floor = paper + (int)Math.Max(2 * noise, contrast / 8);
            return floor < full ? new InkLevels(floor, full) : null;
        }
    }
}
