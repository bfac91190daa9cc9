namespace Cifra.Imaging.Ink;

/// <summary>Finds out whether ink is darker or brighter than what it is written on.</summary>
/// <remarks>
/// Tuned on MNIST's training pictures, whole and cut at their ink, and on scenes and lines composed from them (<c>Data/Scenes</c>, <c>Data/Lines</c>), whose
/// polarity is known.
/// </remarks>
internal static class Polarity
{
    /// <summary>Differences above this count as this, in grey levels, so that one glaring spot does not outvote the writing.</summary>
    private const int LargestDifference = 96;

    /// <summary>Pixels by which the picture is continued beyond its edge: else a digit that fills it is its own surroundings.</summary>
    private const int Margin = 4;

    /// <summary>Longer side, in pixels, up to which the border counts in full, and from which on it does not count.</summary>
    private const int SmallSide = 32;
    private const int LargeSide = 64;

    /// <summary>How much a border one standard deviation from the mean counts, where writing on plain paper has a skewness near 1.</summary>
    private const double BorderWeight = 0.25;

    /// <summary>Whether the picture shows bright ink on something darker.</summary>
    /// <remarks>
    /// Ink covers the smaller part of its surroundings, hence pixels differ from their local mean by much where there is ink and by
    /// little, the other way, where there is none: the sign of the third moment tells. An even shadow or a straight edge weighs as
    /// much on either side. In a small picture ink may well cover the larger part, so the border speaks too: it is paper, mostly.
    /// The negative of a picture gives the opposite answer exactly; where nothing speaks for either, ink is dark.
    /// </remarks>
    public static bool InkIsBright(GrayImage picture)
    {
        int longer = Math.Max(picture.Width, picture.Height);
        double small = Math.Clamp((double)(LargeSide - longer) / (LargeSide - SmallSide), 0, 1);
        return Skewness(picture) + (small == 0 ? 0 : BorderWeight * small * AboveBorder(picture)) > 0;
    }

    // Third moment of the differences from the local mean, over the same of their absolute values: -1 to 1, positive for bright ink.
    private static double Skewness(GrayImage picture)
    {
        GrayImage wide = Continued(picture);
        BoxSums sums = BoxSums.OfLevels(wide);
        int radius = Math.Max(2, Math.Min(picture.Width, picture.Height) / 4);
        double signed = 0;
        double absolute = 0;
        for (int y = 0; y < wide.Height; y++)
        {
            ReadOnlySpan<byte> row = wide.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                (long sum, int count) = sums.Around(x, y, radius);
                double difference = Math.Clamp((double)(((long)row[x] * count) - sum) / count, -LargestDifference, LargestDifference);
                double cube = difference * difference * difference;
                signed += cube;
                absolute += Math.Abs(cube);
            }
        }

        return absolute == 0 ? 0 : signed / absolute;
    }

    // How far the mean lies above the border's median, in standard deviations, at most 1: positive where the border is dark.
    private static double AboveBorder(GrayImage picture)
    {
        int[] histogram = new int[256];
        for (int y = 0; y < picture.Height; y++)
        {
            ReadOnlySpan<byte> row = picture.Row(y);
            bool edgeRow = y == 0 || y == picture.Height - 1;
            for (int x = 0; x < row.Length; x++)
            {
                if (edgeRow || x == 0 || x == row.Length - 1)
                {
                    histogram[row[x]]++;
                }
            }
        }

        long sum = 0;
        long squares = 0;
        foreach (byte level in picture.Pixels)
        {
            sum += level;
            squares += level * level;
        }

        long count = picture.Pixels.Length;
        long variance = (count * squares) - (sum * sum);         // of a sum of all pixels, so that whole numbers do
        long above = (2 * sum) - (count * TwiceMedian(histogram)); // twice as far
        return variance == 0 ? 0 : Math.Clamp(above / (2 * Math.Sqrt(variance)), -1, 1);
    }

    // Of an even number of pixels the median is the mean of the middle two: the negative's is then the median's negative.
    private static int TwiceMedian(int[] histogram)
    {
        int count = histogram.Sum();
        int lower = -1;
        int seen = 0;
        for (int level = 0; ; level++)
        {
            seen += histogram[level];
            lower = lower < 0 && 2 * seen >= count ? level : lower;
            if (2 * seen > count)
            {
                return lower + level;
            }
        }
    }

    private static GrayImage Continued(GrayImage picture)
    {
        var wide = new GrayImage(picture.Width + (2 * Margin), picture.Height + (2 * Margin));
        for (int y = 0; y < wide.Height; y++)
        {
            ReadOnlySpan<byte> from = picture.Row(Math.Clamp(y - Margin, 0, picture.Height - 1));
            Span<byte> to = wide.Row(y);
            to[..Margin].Fill(from[0]);
            from.CopyTo(to[Margin..]);
            to[^Margin..].Fill(from[^1]);
        }

        return wide;
    }
}
