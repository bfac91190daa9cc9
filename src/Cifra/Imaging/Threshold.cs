namespace Cifra.Imaging;

/// <summary>Separates ink from paper pixel by pixel.</summary>
internal static class Threshold
{
    /// <summary>Half the range of a byte: the standard deviation that Sauvola's formula counts as full contrast.</summary>
    private const double FullDeviation = 128;

    /// <summary>The level that best separates dark pixels (up to it) from bright ones (above it).</summary>
    /// <returns>0 to 254; 255 if all pixels have the same level.</returns>
    /// <remarks>
    /// Otsu 1979, "A Threshold Selection Method from Gray-Level Histograms". For evenly lit pictures. If a gap in the
    /// histogram makes several levels equally good, the middle of the gap is taken.
    /// </remarks>
    public static byte Otsu(GrayImage picture)
    {
        return (byte)Histogram.OtsuLevel(Histogram.Of(picture.Pixels));
    }

    /// <summary>White where the picture is brighter than <paramref name="level"/>, black elsewhere.</summary>
    public static GrayImage Above(GrayImage picture, byte level)
    {
        var result = new GrayImage(picture.Width, picture.Height);
        ReadOnlySpan<byte> from = picture.Pixels;
        Span<byte> to = result.Pixels;
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = from[i] > level ? byte.MaxValue : (byte)0;
        }

        return result;
    }

    /// <summary>White where <paramref name="picture"/> shows dark ink, black where it shows paper. The light may be uneven.</summary>
    /// <param name="picture">Dark ink on bright paper.</param>
    /// <param name="radius">Half the side of the square that a pixel is compared with, in pixels; a few times a stroke's width.</param>
    /// <param name="k">How far below its surroundings ink must be, 0 to 1. 0.2 is the value of the paper below.</param>
    /// <remarks>
    /// Sauvola and Pietikäinen 2000, "Adaptive document image binarization": a pixel is ink up to m·(1 + k·(s/128 − 1)), where m is the mean and
    /// s the standard deviation of its square. Sums come from integral images, so the cost does not depend on the radius.
    /// </remarks>
    public static GrayImage Sauvola(GrayImage picture, int radius, double k = 0.2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(radius);
        Guard.InRange(k, 0, 1);
        BoxSums levels = BoxSums.OfLevels(picture);
        BoxSums squares = BoxSums.OfSquares(picture);
        var result = new GrayImage(picture.Width, picture.Height);
        for (int y = 0; y < picture.Height; y++)
        {
            ReadOnlySpan<byte> from = picture.Row(y);
            Span<byte> to = result.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                (long sum, int count) = levels.Around(x, y, radius);
                double mean = (double)sum / count;
                double variance = ((double)squares.Around(x, y, radius).Sum / count) - (mean * mean);
                double deviation = Math.Sqrt(Math.Max(0, variance));
                to[x] = from[x] <= mean * (1 + (k * ((deviation / FullDeviation) - 1))) ? byte.MaxValue : (byte)0;
            }
        }

        return result;
    }
}
