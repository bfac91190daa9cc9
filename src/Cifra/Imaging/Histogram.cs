namespace Cifra.Imaging;

/// <summary>Counts of grey levels, quantiles, and Otsu's threshold.</summary>
internal static class Histogram
{
    /// <summary>[256] the number of pixels of each level.</summary>
    public static int[] Of(ReadOnlySpan<byte> pixels)
    {
        int[] counts = new int[256];
        foreach (byte pixel in pixels)
        {
            counts[pixel]++;
        }

        return counts;
    }

    /// <summary>The lowest level that at least <paramref name="share"/> of the pixels do not exceed; 0 if there are no pixels.</summary>
    public static int Quantile(ReadOnlySpan<int> histogram, double share)
    {
        long total = 0;
        foreach (int count in histogram)
        {
            total += count;
        }

        double wanted = share * total;
        long seen = 0;
        for (int level = 0; level < histogram.Length; level++)
        {
            seen += histogram[level];
            if (seen >= wanted)
            {
                return level;
            }
        }

        return 0;
    }

    /// <summary>The level that separates dark pixels (up to it) from bright ones; the last level if all pixels have the same.</summary>
    /// <remarks>
    /// Otsu 1979, "A Threshold Selection Method from Gray-Level Histograms": the variance between the two classes is greatest.
    /// If a gap in the histogram makes several levels equally good, the middle of the gap is taken.
    /// </remarks>
    public static int OtsuLevel(ReadOnlySpan<int> histogram)
    {
        long total = 0;
        long sum = 0;
        for (int level = 0; level < histogram.Length; level++)
        {
            total += histogram[level];
            sum += (long)histogram[level] * level;
        }

        double best = 0;
        int first = histogram.Length - 1;
        int last = first;
        long below = 0;
        long sumBelow = 0;
        for (int level = 0; level < histogram.Length; level++)
        {
            below += histogram[level];
            sumBelow += (long)histogram[level] * level;
            long above = total - below;
            if (below == 0 || above == 0)
            {
                continue;
            }

            double difference = ((double)sumBelow / below) - ((double)(sum - sumBelow) / above);
            double variance = (double)below * above * difference * difference;
            if (variance > best)
            {
                best = variance;
                first = level;
                last = level;
            }
            else if (variance == best && histogram[level] == 0)
            {
                last = level;
            }
        }

        return (first + last) / 2;
    }
}
