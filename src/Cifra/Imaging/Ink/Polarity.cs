namespace Cifra.Imaging.Ink;

/// <summary>Finds out whether ink is darker or brighter than what it is written on.</summary>
internal static class Polarity
{
    /// <summary>Differences above this count as this, so that one glaring spot does not outvote the writing.</summary>
    private const int Enough = 96;

    /// <summary>Whether the picture shows bright ink on something darker.</summary>
    /// <remarks>
    /// Ink covers the smaller part of its surroundings, hence pixels differ from their local mean by much where there is ink and by
    /// little, the other way, where there is none: the sign of the third moment tells. An even shadow or a straight edge weighs as
    /// much on either side. The negative of a picture gives the opposite answer exactly; where nothing speaks for either, ink is dark.
    /// </remarks>
    public static bool InkIsBright(GrayImage picture)
    {
        BoxSums sums = BoxSums.OfLevels(picture);
        int radius = Math.Max(2, Math.Min(picture.Width, picture.Height) / 4);
        double skew = 0;
        for (int y = 0; y < picture.Height; y++)
        {
            ReadOnlySpan<byte> row = picture.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                (long sum, int count) = sums.Around(x, y, radius);
                double difference = Math.Clamp((double)(((long)row[x] * count) - sum) / count, -Enough, Enough);
                skew += difference * difference * difference;
            }
        }

        return skew > 0;
    }
}
