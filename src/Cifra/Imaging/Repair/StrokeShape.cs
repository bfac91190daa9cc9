namespace Cifra.Imaging.Repair;

/// <summary>Grey-level morphology with the smallest structuring elements: what is thinner than a stroke goes, what is hollow is filled.</summary>
/// <remarks>Unlike <see cref="Morphology"/>, past the picture's edge there is black paper, and an element need not be a square of odd side.</remarks>
internal static class StrokeShape
{
    /// <summary>A square of 2x2, its first pixel the upper left.</summary>
    public static readonly (int X, int Y)[] Two = [(0, 0), (1, 0), (0, 1), (1, 1)];

    /// <summary>A pixel with its four neighbours.</summary>
    public static readonly (int X, int Y)[] Plus = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)];

    /// <summary>A pixel with its eight neighbours.</summary>
    public static readonly (int X, int Y)[] Three = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)];

    /// <summary>Takes out ink thinner than the element; what stays keeps its soft edge, a pixel wide.</summary>
    public static GrayImage RemoveThin(GrayImage ink, (int X, int Y)[] element)
    {
        GrayImage near = Dilate(Dilate(Erode(ink, element), Mirror(element)), Plus);
        var result = new GrayImage(ink.Width, ink.Height);
        for (int i = 0; i < ink.Pixels.Length; i++)
        {
            result.Pixels[i] = Math.Min(ink.Pixels[i], near.Pixels[i]);
        }

        return result;
    }

    /// <summary>Fills gaps narrower than the element.</summary>
    public static GrayImage Fill(GrayImage ink, (int X, int Y)[] element) => Erode(Dilate(ink, element), Mirror(element));

    private static GrayImage Dilate(GrayImage ink, (int X, int Y)[] element) => Apply(ink, element, 0, static (a, b) => Math.Max(a, b));

    private static GrayImage Erode(GrayImage ink, (int X, int Y)[] element) => Apply(ink, element, 255, static (a, b) => Math.Min(a, b));

    private static GrayImage Apply(GrayImage ink, (int X, int Y)[] element, byte start, Func<byte, byte, byte> join)
    {
        var result = new GrayImage(ink.Width, ink.Height);
        for (int y = 0; y < ink.Height; y++)
        {
            for (int x = 0; x < ink.Width; x++)
            {
                byte level = start;
                foreach ((int right, int down) in element)
                {
                    bool inside = (uint)(x + right) < (uint)ink.Width && (uint)(y + down) < (uint)ink.Height;
                    level = join(level, inside ? ink.Pixels[((y + down) * ink.Width) + x + right] : (byte)0);
                }

                result.Pixels[(y * ink.Width) + x] = level;
            }
        }

        return result;
    }

    private static (int X, int Y)[] Mirror((int X, int Y)[] element) => [.. element.Select(pixel => (-pixel.X, -pixel.Y))];
}
