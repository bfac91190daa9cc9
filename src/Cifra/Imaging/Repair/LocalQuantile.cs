namespace Cifra.Imaging.Repair;

/// <summary>Each pixel becomes the level that a share of the square around it does not exceed; past the picture's edge there is nothing.</summary>
/// <remarks>The levels of the square are counted, and from a pixel to the next only a column leaves the count and one enters it (Huang, Yang and Tang 1979).</remarks>
internal static class LocalQuantile
{
    /// <summary>The filtered picture.</summary>
    /// <param name="picture">The picture; it is not changed.</param>
    /// <param name="radius">Pixels on each side of the middle.</param>
    /// <param name="share">0 for the least level, 1 for the greatest.</param>
    public static GrayImage Apply(GrayImage picture, int radius, double share)
    {
        var result = new GrayImage(picture.Width, picture.Height);
        Span<int> counts = stackalloc int[256];
        for (int y = 0; y < picture.Height; y++)
        {
            counts.Clear();
            int top = Math.Max(0, y - radius);
            int bottom = Math.Min(picture.Height - 1, y + radius);
            int columns = 0;
            for (int x = -radius; x < picture.Width; x++)
            {
                columns += Count(picture, x + radius, top, bottom, counts, 1);
                columns -= Count(picture, x - radius - 1, top, bottom, counts, -1);
                if (x >= 0)
                {
                    result[x, y] = Level(counts, (int)(share * ((columns * (bottom - top + 1)) - 1)));
                }
            }
        }

        return result;
    }

    private static int Count(GrayImage picture, int x, int top, int bottom, Span<int> counts, int step)
    {
        if ((uint)x >= (uint)picture.Width)
        {
            return 0;
        }

        for (int y = top; y <= bottom; y++)
        {
            counts[picture.Pixels[(y * picture.Width) + x]] += step;
        }

        return 1;
    }

    private static byte Level(ReadOnlySpan<int> counts, int rank)
    {
        int level = 0;
        for (int below = counts[0]; below <= rank; below += counts[level])
        {
            level++;
        }

        return (byte)level;
    }
}
