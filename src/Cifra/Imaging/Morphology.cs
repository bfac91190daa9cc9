namespace Cifra.Imaging;

/// <summary>Grey-level morphology with a square window.</summary>
/// <remarks>
/// Running maxima by van Herk 1992 and Gil and Werman 1993: two passes over blocks as long as the window, so that a pixel costs the
/// same whatever the window. Past the picture's edge there is nothing, neither bright nor dark.
/// </remarks>
internal static class Morphology
{
    /// <summary>Fills in what is darker than its surroundings and narrower than the window: the paper without its dark strokes.</summary>
    public static GrayImage Close(GrayImage picture, int radius) => Erode(Dilate(picture, radius), radius);

    /// <summary>Each pixel becomes the brightest of the square around it.</summary>
    public static GrayImage Dilate(GrayImage picture, int radius)
    {
        var result = new GrayImage(picture.Width, picture.Height);
        var line = new RunningMaximum(Math.Max(picture.Width, picture.Height), radius);
        for (int y = 0; y < picture.Height; y++)
        {
            line.Apply(picture.Row(y), result.Row(y));
        }

        byte[] column = new byte[picture.Height];
        byte[] changed = new byte[picture.Height];
        for (int x = 0; x < picture.Width; x++)
        {
            for (int y = 0; y < column.Length; y++)
            {
                column[y] = result[x, y];
            }

            line.Apply(column, changed);
            for (int y = 0; y < column.Length; y++)
            {
                result[x, y] = changed[y];
            }
        }

        return result;
    }

    /// <summary>Each pixel becomes the darkest of the square around it.</summary>
    public static GrayImage Erode(GrayImage picture, int radius) => Invert(Dilate(Invert(picture), radius));

    /// <summary>Each pixel becomes the median of the 5x5 square around it, cut at the picture's edge: grain goes, edges stay.</summary>
    public static GrayImage Median(GrayImage picture)
    {
        const int Radius = 2;
        var result = new GrayImage(picture.Width, picture.Height);
        Span<byte> square = stackalloc byte[((2 * Radius) + 1) * ((2 * Radius) + 1)];
        for (int y = 0; y < picture.Height; y++)
        {
            int top = Math.Max(0, y - Radius);
            int bottom = Math.Min(picture.Height - 1, y + Radius);
            for (int x = 0; x < picture.Width; x++)
            {
                int left = Math.Max(0, x - Radius);
                int count = 0;
                int across = Math.Min(picture.Width - 1, x + Radius) - left + 1;
                for (int v = top; v <= bottom; v++)
                {
                    picture.Row(v).Slice(left, across).CopyTo(square[count..]);
                    count += across;
                }

                square[..count].Sort();
                result[x, y] = square[count / 2];
            }
        }

        return result;
    }

    /// <summary>The negative: 255 minus each level.</summary>
    public static GrayImage Invert(GrayImage picture)
    {
        var result = new GrayImage(picture.Width, picture.Height);
        ReadOnlySpan<byte> from = picture.Pixels;
        Span<byte> to = result.Pixels;
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = (byte)(255 - from[i]);
        }

        return result;
    }

    /// <summary>The maximum over 2·radius + 1 neighbours along a line.</summary>
    private sealed class RunningMaximum(int longest, int radius)
    {
        private readonly byte[] _forward = new byte[longest];  // from the start of its block up to here
        private readonly byte[] _backward = new byte[longest]; // from here to the end of its block

        public void Apply(ReadOnlySpan<byte> from, Span<byte> to)
        {
            long block = (2L * radius) + 1;
            int last = from.Length - 1;
            for (int i = 0; i <= last; i++)
            {
                _forward[i] = i % block == 0 ? from[i] : Math.Max(_forward[i - 1], from[i]);
            }

            for (int i = last; i >= 0; i--)
            {
                _backward[i] = i == last || i % block == block - 1 ? from[i] : Math.Max(_backward[i + 1], from[i]);
            }

            for (int i = 0; i <= last; i++)
            {
                // A window of one block's length spans at most two blocks, except where the edge cuts it short: then it may
                // lie in one block, and starts or ends with that block's edge.
                int left = Math.Max(0, i - radius);
                int right = (int)Math.Min(last, i + (long)radius);
                to[i] = left % block == 0 ? _forward[right] : Math.Max(_backward[left], right / block == left / block ? (byte)0 : _forward[right]);
            }
        }
    }
}
