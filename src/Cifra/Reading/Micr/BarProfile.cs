namespace Cifra.Reading.Micr;

/// <summary>Where the bars of CMC-7 are in a line, column by column: above 0 on a bar, below between two, 0 where there is no ink.</summary>
/// <remarks>
/// Bars are in pieces of any length, so of each column the darkest piece counts. A scanner's blur makes the short gaps almost as dark as the bars; so the mean of the
/// neighbourhood is taken away, and what is left is brought to the same strength everywhere.
/// </remarks>
internal static class BarProfile
{
    /// <summary>Rows of a piece.</summary>
    private const int Piece = 9;

    /// <summary>Half of the neighbourhood's columns: more than a short gap and a bar, less than a character.</summary>
    private const int Near = 8;

    /// <summary>Half of the columns over which the strength is taken: a character.</summary>
    private const int Wide = 26;

    /// <summary>Less ink than this is none.</summary>
    private const float Least = 0.25f;

    /// <summary>Weaker changes than this are noise and not made stronger.</summary>
    private const float Weakest = 0.04f;

    /// <summary>The profile.</summary>
    /// <param name="ink">[rows x width] 0 for paper and 1 for full ink.</param>
    /// <param name="width">Columns.</param>
    /// <param name="rows">Rows.</param>
    public static float[] Of(float[] ink, int width, int rows)
    {
        float[] darkest = new float[width];
        for (int x = 0; x < width; x++)
        {
            float sum = 0;
            for (int y = 0; y < rows; y++)
            {
                sum += ink[(y * width) + x] - (y >= Piece ? ink[((y - Piece) * width) + x] : 0);
                darkest[x] = Math.Max(darkest[x], sum / Piece);
            }
        }

        float[] mean = Means(darkest, Near);
        float[] profile = [.. darkest.Select((level, x) => level - mean[x])];
        float[] strength = Means([.. profile.Select(level => level * level)], Wide);
        for (int x = 0; x < width; x++)
        {
            float inked = Math.Clamp((mean[x] - (Least / 2)) / (Least / 2), 0, 1);
            profile[x] *= inked / Math.Max(Weakest, MathF.Sqrt(strength[x]));
        }

        return profile;
    }

    private static float[] Means(float[] levels, int radius)
    {
        float[] means = new float[levels.Length];
        double sum = 0;
        for (int x = -radius; x < levels.Length; x++)
        {
            sum += x + radius < levels.Length ? levels[x + radius] : 0;
            sum -= x - radius - 1 >= 0 ? levels[x - radius - 1] : 0;
            if (x >= 0)
            {
                means[x] = (float)Math.Max(0, sum / (Math.Min(levels.Length, x + radius + 1) - Math.Max(0, x - radius))); // of nothing but paper, rounding may leave less than nothing
            }
        }

        return means;
    }
}
