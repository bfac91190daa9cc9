namespace Cifra.Imaging.Geometry;

/// <summary>Redraws a picture through a homography.</summary>
/// <remarks>
/// If the picture shrinks, a new pixel is the mean of what it covers: first by a whole factor over the picture, then by several samples a pixel.
/// </remarks>
internal static class Warp
{
    /// <summary>A new pixel is sampled more than once if it covers more than this many old ones each way.</summary>
    private const double OneSample = 1.25;

    /// <summary>Greatest number of samples of a new pixel each way; after the whole factor fewer are needed, except under strong perspective.</summary>
    private const int MostSamples = 4;

    /// <summary>The redrawn picture.</summary>
    /// <param name="picture">It is not changed.</param>
    /// <param name="toPicture">Maps points of the result to points of <paramref name="picture"/>.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="height">Rows of the result.</param>
    /// <param name="beyond">The level beyond the edge of <paramref name="picture"/>; null to repeat the edge.</param>
    /// <param name="check">Optional; asked once a row.</param>
    public static GrayImage Apply(GrayImage picture, Homography toPicture, int width, int height, byte? beyond = null, CancellationCheck? check = null)
    {
        double least = Quadrilateral.OfSize(width, height).Corners.Min(toPicture.ScaleAt);
        int step = (int)Math.Clamp(least, 1, Math.Min(picture.Width, picture.Height));
        if (step > 1)
        {
            int shrunkWidth = Math.Max(1, picture.Width / step);
            int shrunkHeight = Math.Max(1, picture.Height / step);
            toPicture = toPicture.Then(Homography.Scale((double)shrunkWidth / picture.Width, (double)shrunkHeight / picture.Height));
            picture = Resample.Area(picture, shrunkWidth, shrunkHeight, check);
        }

        double most = Quadrilateral.OfSize(width, height).Corners.Max(toPicture.ScaleAt);
        int samples = most <= OneSample ? 1 : (int)Math.Clamp(Math.Ceiling(most), 2, MostSamples);
        var result = new GrayImage(width, height);
        for (int y = 0; y < height; y++)
        {
            check?.ThrowIfCancelled();
            Span<byte> to = result.Row(y);
            for (int x = 0; x < width; x++)
            {
                to[x] = (byte)((Sum(picture, toPicture, x, y, samples, beyond) / (samples * samples)) + 0.5);
            }
        }

        return result;
    }

    /// <summary>The grey level at a point, interpolated between the centres of the four nearest pixels.</summary>
    public static double Level(GrayImage picture, PicturePoint place)
    {
        double x = Math.Clamp(place.X - 0.5, 0, picture.Width - 1);
        double y = Math.Clamp(place.Y - 0.5, 0, picture.Height - 1);
        int left = (int)x;
        int top = (int)y;
        int right = Math.Min(left + 1, picture.Width - 1);
        ReadOnlySpan<byte> upper = picture.Row(top);
        ReadOnlySpan<byte> lower = picture.Row(Math.Min(top + 1, picture.Height - 1));
        double across = x - left;
        double above = upper[left] + (across * (upper[right] - upper[left]));
        double below = lower[left] + (across * (lower[right] - lower[left]));
        return above + ((y - top) * (below - above));
    }

    private static double Sum(GrayImage picture, Homography toPicture, int x, int y, int samples, byte? beyond)
    {
        double sum = 0;
        for (int j = 0; j < samples; j++)
        {
            for (int i = 0; i < samples; i++)
            {
                PicturePoint place = toPicture.Apply(new PicturePoint(x + ((i + 0.5) / samples), y + ((j + 0.5) / samples)));
                bool outside = place.X < 0 || place.Y < 0 || place.X > picture.Width || place.Y > picture.Height;
                sum += outside && beyond is byte level ? level : Level(picture, place);
            }
        }

        return sum;
    }
}
