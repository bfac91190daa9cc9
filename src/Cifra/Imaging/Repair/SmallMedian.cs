namespace Cifra.Imaging.Repair;

/// <summary>The middle level of the 3x3 square around each pixel: takes out single pixels. Past the picture's edge there is black paper.</summary>
internal static class SmallMedian
{
    private const int Pixels = 9;

    /// <summary>Every pixel becomes the median of its square.</summary>
    public static GrayImage Apply(GrayImage picture) => Apply(picture, static (_, median, _) => median);

    /// <summary>Only specks become the median: pixels that are the extreme of their square and lie far from its third level in order.</summary>
    /// <param name="picture">The picture; it is not changed.</param>
    /// <param name="height">Levels from which a difference is far.</param>
    public static GrayImage RemoveSpecks(GrayImage picture, int height) => Apply(picture, (own, median, sorted) =>
    {
        bool bright = own >= sorted[Pixels - 1] && own - sorted[Pixels - 3] > height;
        bool dark = own <= sorted[0] && sorted[2] - own > height;
        return bright || dark ? median : own;
    });

    private static GrayImage Apply(GrayImage picture, Choice choose)
    {
        var result = new GrayImage(picture.Width, picture.Height);
        Span<byte> square = stackalloc byte[Pixels];
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                int n = 0;
                for (int v = y - 1; v <= y + 1; v++)
                {
                    for (int u = x - 1; u <= x + 1; u++)
                    {
                        bool inside = (uint)u < (uint)picture.Width && (uint)v < (uint)picture.Height;
                        square[n++] = inside ? picture.Pixels[(v * picture.Width) + u] : (byte)0;
                    }
                }

                square.Sort();
                result[x, y] = choose(picture[x, y], square[Pixels / 2], square);
            }
        }

        return result;
    }

    private delegate byte Choice(byte own, byte median, ReadOnlySpan<byte> sorted);
}
