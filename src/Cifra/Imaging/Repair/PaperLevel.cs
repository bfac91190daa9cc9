namespace Cifra.Imaging.Repair;

/// <summary>Takes ink off paper that is not black: subtracts the paper's level and stretches what is left to full ink.</summary>
internal static class PaperLevel
{
    private const double DeviationOfMedian = 1.4826; // of a normal distribution, in medians of the absolute difference

    /// <summary>The picture on black paper; all black where no ink stands out.</summary>
    /// <param name="picture">Ink brighter than its paper.</param>
    /// <param name="radius">Pixels: radius of the square that gives a pixel's paper.</param>
    /// <param name="share">0..1: which of the square's levels, in order, is the paper's.</param>
    /// <param name="options">What noise is, and what full ink.</param>
    public static GrayImage Subtract(GrayImage picture, int radius, double share, RepairOptions options)
    {
        GrayImage low = LocalQuantile.Apply(picture, radius, share);
        BoxSums smooth = BoxSums.OfLevels(low);
        int count = picture.Pixels.Length;
        double[] above = new double[count];
        for (int i = 0; i < count; i++)
        {
            (long sum, int pixels) = smooth.Around(i % picture.Width, i / picture.Width, radius / 2);
            above[i] = picture.Pixels[i] - ((double)sum / pixels);
        }

        double[] sorted = [.. above];
        Array.Sort(sorted);
        double full = sorted[(int)(options.FullInkShare * (count - 1))];
        double floor = Math.Min(options.NoiseDeviations * Noise(sorted), full / 2);
        var ink = new GrayImage(picture.Width, picture.Height);
        if (full - floor < options.FaintestInk)
        {
            return ink;
        }

        for (int i = 0; i < count; i++)
        {
            ink.Pixels[i] = (byte)Math.Clamp(Math.Round(255 * (above[i] - floor) / (full - floor)), 0, 255);
        }

        return ink;
    }

    // From what lies below the paper, where there can be no ink: the median of its distance.
    private static double Noise(double[] sorted)
    {
        int below = 0;
        while (below < sorted.Length && sorted[below] <= 0)
        {
            below++;
        }

        return below == 0 ? 0 : DeviationOfMedian * -sorted[(below - 1) / 2];
    }
}
