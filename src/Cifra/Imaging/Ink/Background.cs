namespace Cifra.Imaging.Ink;

/// <summary>Estimates the brightness of the paper below the strokes.</summary>
internal static class Background
{
    /// <summary>The paper's brightness at every pixel of <paramref name="picture"/>, whose ink is dark.</summary>
    public static GrayImage Estimate(GrayImage picture) => Estimate(picture, null);

    /// <summary>The same where it is known how wide strokes are.</summary>
    /// <param name="picture">Its ink is dark.</param>
    /// <param name="widestStroke">Width of the widest stroke in pixels; null for that of a bold digit that fills the picture.</param>
    public static GrayImage Estimate(GrayImage picture, double? widestStroke)
    {
        BackgroundOptions options = BackgroundOptions.Default;
        int longer = Math.Max(picture.Width, picture.Height);
        GrayImage small = longer <= options.WorkingSide
            ? picture
            : Resample.Area(picture, Shrunk(picture.Width, longer, options), Shrunk(picture.Height, longer, options));

        int shorter = Math.Min(small.Width, small.Height);
        if (shorter >= options.MinSideForMedian)
        {
            small = MedianFilter.Apply(small); // otherwise the brightest grains of the paper would count as the paper
        }

        double widest = widestStroke is { } known ? known * small.Width / picture.Width : shorter * options.MaxStroke;
        int radius = Math.Max(options.MinRadius, (int)(widest / 2));
        PixelBox inside = new(radius, radius, small.Width, small.Height);
        GrayImage paper = inside.CutFrom(Morphology.Close(Extend(small, radius), radius));
        return longer <= options.WorkingSide ? paper : Resample.Bilinear(paper, picture.Width, picture.Height);
    }

    // Continues the fall of light beyond the edge. Without this the dark rim of a photo would look like ink.
    private static GrayImage Extend(GrayImage picture, int margin)
    {
        GrayImage wide = new(picture.Width + (2 * margin), picture.Height);
        for (int y = 0; y < picture.Height; y++)
        {
            ReadOnlySpan<byte> row = picture.Row(y);
            Span<byte> to = wide.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                (int edge, int mirror) = Reflect(x - margin, row.Length);
                to[x] = Beyond(row[edge], row[mirror]);
            }
        }

        GrayImage high = new(wide.Width, picture.Height + (2 * margin));
        for (int y = 0; y < high.Height; y++)
        {
            (int edge, int mirror) = Reflect(y - margin, picture.Height);
            ReadOnlySpan<byte> edgeRow = wide.Row(edge);
            ReadOnlySpan<byte> mirrorRow = wide.Row(mirror);
            Span<byte> to = high.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                to[x] = Beyond(edgeRow[x], mirrorRow[x]);
            }
        }

        return high;
    }

    // Inside, both are the pixel itself; outside, the pixel at the edge and the one mirrored at the edge.
    private static (int Edge, int Mirror) Reflect(int place, int length)
    {
        int edge = Math.Clamp(place, 0, length - 1);
        return (edge, Math.Clamp((2 * edge) - place, 0, length - 1));
    }

    private static byte Beyond(byte edge, byte mirror) => (byte)Math.Clamp((2 * edge) - mirror, 0, 255);

    private static int Shrunk(int side, int longer, BackgroundOptions options) => Math.Max(1, (int)((long)side * options.WorkingSide / longer));
}
