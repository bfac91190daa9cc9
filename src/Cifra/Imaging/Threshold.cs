namespace Cifra.Imaging;

/// <summary>Decides for each pixel whether it is ink.</summary>
public static class Threshold
{
    /// <summary>Half the range of a byte: the deviation that Sauvola's formula takes as full contrast.</summary>
    private const double FullDeviation = 128;

    /// <summary>The level that best parts a picture in dark (up to it) and bright (above it) pixels.</summary>
    /// <returns>0 to 254; 255 where all pixels are of one level and there is nothing to part.</returns>
    /// <remarks>
    /// Otsu 1979, "A Threshold Selection Method from Gray-Level Histograms". For a picture lit evenly. Where a gap in the histogram makes
    /// several levels equally good, the middle of the gap is given.
    /// </remarks>
    public static byte Otsu(GrayImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return (byte)Histogram.OtsuLevel(Histogram.Of(picture.Pixels));
    }

    /// <summary>White where the picture is brighter than <paramref name="level"/>, black elsewhere.</summary>
    public static GrayImage Above(GrayImage picture, byte level)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var result = new GrayImage(picture.Width, picture.Height);
        ReadOnlySpan<byte> from = picture.Pixels;
        Span<byte> to = result.Pixels;
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = from[i] > level ? byte.MaxValue : (byte)0;
        }

        return result;
    }

    /// <summary>White where <paramref name="picture"/> shows dark ink, black where it shows paper, under light that may vary.</summary>
    /// <param name="picture">Dark ink on bright paper.</param>
    /// <param name="radius">Half the side of the square whose light is taken as the pixel's own, in pixels; a few times a stroke's width.</param>
    /// <param name="k">How far below its surroundings ink must be, 0 to 1; 0.2 suits most paper.</param>
    /// <remarks>
    /// Sauvola and Pietikäinen 2000, "Adaptive document image binarization": a pixel is ink up to m·(1 + k·(s/128 − 1)), with m the mean
    /// and s the deviation of its square. Sums come from integral images, so the radius costs nothing.
    /// </remarks>
    public static GrayImage Sauvola(GrayImage picture, int radius, double k = 0.2)
    {
        ArgumentNullException.ThrowIfNull(picture);
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
