namespace Cifra.Imaging.Ink;

/// <summary>Takes the writing off its paper: bright ink on black, from a photo, a scan or a drawing.</summary>
public static class InkExtractor
{
    /// <summary>Paper darker than this is treated as if it were this bright: in the dark a small difference is noise, not ink.</summary>
    private const int DarkestPaper = 48;

    /// <summary>The ink of <paramref name="photo"/>, which is not changed.</summary>
    /// <param name="photo">Dark ink on bright paper or the other way round, evenly lit or not.</param>
    /// <returns>A picture of the same size: 0 where there is paper, 255 where ink is full. All 0 where no ink was found.</returns>
    /// <remarks>The negative of a picture has the same ink.</remarks>
    public static GrayImage Extract(GrayImage photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        GrayImage dark = Polarity.InkIsBright(photo) ? Morphology.Invert(photo) : photo;
        GrayImage paper = Background.Estimate(dark);
        int[] histogram = new int[InkLevels.Bins];
        for (int i = 0; i < dark.Pixels.Length; i++)
        {
            histogram[InkLevels.Bin(Absorption(dark.Pixels[i], paper.Pixels[i]))]++;
        }

        var ink = new GrayImage(photo.Width, photo.Height);
        InkLevels? levels = InkLevels.Find(histogram);
        if (levels is null)
        {
            return ink;
        }

        Span<byte> to = ink.Pixels;
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = levels.Stretch(Absorption(dark.Pixels[i], paper.Pixels[i]));
        }

        InkCleaner.RemoveHaze(ink);
        return ink;
    }

    // What the paper reflects is its light times what the ink lets through, hence 1 − picture/paper is the ink alone.
    private static int Absorption(byte seen, byte light) => Math.Max(-255, 255 * (light - seen) / Math.Max(DarkestPaper, (int)light));
}
