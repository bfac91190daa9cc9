namespace Cifra.Imaging;

/// <summary>Changes the size of a picture.</summary>
/// <remarks>
/// Both filters treat a pixel as a square, so that the picture's edges stay edges. Sums are of whole numbers: the same picture gives the same bytes everywhere.
/// </remarks>
internal static class Resample
{
    /// <summary>Each new pixel is the mean of the area it covers. For shrinking: no pixel is skipped, and the mean level is kept.</summary>
    /// <param name="picture">The picture; it is not changed.</param>
    /// <param name="width">1 or more pixels.</param>
    /// <param name="height">1 or more pixels.</param>
    /// <returns>A new picture of that size.</returns>
    public static GrayImage Area(GrayImage picture, int width, int height) => Area(picture, width, height, check: null);

    // In units where a new pixel is `picture.Width` wide and an old one `width`, every overlap is a whole number.
    internal static GrayImage Area(GrayImage picture, int width, int height, CancellationCheck? check)
    {
        var result = new GrayImage(width, height);
        long[] row = new long[width];
        long[] sums = new long[width];
        int rowHeld = -1;
        long whole = (long)picture.Width * picture.Height;
        for (int y = 0; y < height; y++)
        {
            check?.ThrowIfCancelled();
            Array.Clear(sums);
            long top = (long)y * picture.Height;
            long bottom = top + picture.Height;
            for (int from = (int)(top / height); (long)from * height < bottom; from++)
            {
                if (from != rowHeld)
                {
                    AreaRow(picture.Row(from), row);
                    rowHeld = from;
                }

                long overlap = Math.Min(bottom, (from + 1L) * height) - Math.Max(top, (long)from * height);
                for (int x = 0; x < width; x++)
                {
                    sums[x] += row[x] * overlap;
                }
            }

            Span<byte> to = result.Row(y);
            for (int x = 0; x < width; x++)
            {
                to[x] = (byte)((sums[x] + (whole / 2)) / whole);
            }
        }

        return result;
    }

    /// <summary>Each new pixel is interpolated between the four nearest old ones. For enlarging: soft edges, no steps.</summary>
    /// <param name="picture">The picture; it is not changed.</param>
    /// <param name="width">1 or more pixels.</param>
    /// <param name="height">1 or more pixels.</param>
    /// <returns>A new picture of that size.</returns>
    public static GrayImage Bilinear(GrayImage picture, int width, int height)
    {
        var result = new GrayImage(width, height);
        Tap[] columns = Taps(picture.Width, width);
        Tap[] rows = Taps(picture.Height, height);
        for (int y = 0; y < height; y++)
        {
            Tap row = rows[y];
            ReadOnlySpan<byte> upper = picture.Row(row.First);
            ReadOnlySpan<byte> lower = picture.Row(row.Second);
            Span<byte> to = result.Row(y);
            for (int x = 0; x < width; x++)
            {
                Tap column = columns[x];
                int above = (upper[column.First] * (Tap.Whole - column.Share)) + (upper[column.Second] * column.Share);
                int below = (lower[column.First] * (Tap.Whole - column.Share)) + (lower[column.Second] * column.Share);
                long sum = ((long)above * (Tap.Whole - row.Share)) + ((long)below * row.Share);
                to[x] = (byte)((sum + (1L << ((2 * Tap.Bits) - 1))) >> (2 * Tap.Bits));
            }
        }

        return result;
    }

    private static void AreaRow(ReadOnlySpan<byte> from, Span<long> to)
    {
        for (int x = 0; x < to.Length; x++)
        {
            long left = (long)x * from.Length;
            long right = left + from.Length;
            long sum = 0;
            for (int i = (int)(left / to.Length); (long)i * to.Length < right; i++)
            {
                long overlap = Math.Min(right, (i + 1L) * to.Length) - Math.Max(left, (long)i * to.Length);
                sum += from[i] * overlap;
            }

            to[x] = sum;
        }
    }

    // The centre of new pixel i lies at (i + ½)·from/to − ½ among the old centres. Beyond the outermost centres the edge pixel is repeated.
    private static Tap[] Taps(int from, int to)
    {
        var taps = new Tap[to];
        for (int i = 0; i < to; i++)
        {
            double place = Math.Clamp(((i + 0.5) * from / to) - 0.5, 0, from - 1);
            int first = (int)place;
            taps[i] = new Tap(first, Math.Min(first + 1, from - 1), (int)Math.Round((place - first) * Tap.Whole));
        }

        return taps;
    }

    /// <summary>The two old pixels on either side of a new one, and the weight of the second in 1/2048.</summary>
    private readonly record struct Tap(int First, int Second, int Share)
    {
        public const int Bits = 11;
        public const int Whole = 1 << Bits;
    }
}
