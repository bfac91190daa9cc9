namespace Cifra.Imaging.Rules;

/// <summary>Exchanges rows and columns, so that code for rows serves columns too.</summary>
internal static class Transpose
{
    /// <summary>Side of the square of pixels that is exchanged at a time; it fits the first-level cache.</summary>
    private const int Tile = 32;

    /// <summary>A new picture, mirrored at the main diagonal.</summary>
    public static GrayImage Of(GrayImage picture)
    {
        var result = new GrayImage(picture.Height, picture.Width);
        ReadOnlySpan<byte> from = picture.Pixels;
        Span<byte> to = result.Pixels;
        for (int top = 0; top < picture.Height; top += Tile)
        {
            for (int left = 0; left < picture.Width; left += Tile)
            {
                for (int y = top; y < Math.Min(top + Tile, picture.Height); y++)
                {
                    for (int x = left; x < Math.Min(left + Tile, picture.Width); x++)
                    {
                        to[(x * picture.Height) + y] = from[(y * picture.Width) + x];
                    }
                }
            }
        }

        return result;
    }
}
