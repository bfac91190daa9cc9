namespace Cifra.Imaging.Rules;

/// <summary>Exchanges rows and columns, so that what works along rows works along columns.</summary>
internal static class Transpose
{
    /// <summary>Pixels that are exchanged together: a square of these fits the nearest cache.</summary>
    private const int Tile = 32;

    /// <summary>A new picture, mirrored at the line from the top left corner downwards to the right.</summary>
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
