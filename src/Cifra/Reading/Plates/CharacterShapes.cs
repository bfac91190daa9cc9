using Cifra.Imaging;

namespace Cifra.Reading.Plates;

/// <summary>Finds what has the size and shape of a printed character: connected spots that are darker, or brighter, than what is around them.</summary>
/// <remarks>Each spot is looked for at several scales and thresholds, as no single one parts characters from one another and from the plate's frame everywhere.</remarks>
internal static class CharacterShapes
{
    /// <summary>Heights of characters that are looked for at a scale, in its pixels.</summary>
    public const int Least = 9;

    /// <summary>The same at most.</summary>
    public const int Most = 46;

    private const int Around = 16;           // half the side of the square that a pixel is compared with
    private const float Flat = 2;           // deviation of levels below which there is nothing to see
    private const double Narrowest = 0.08;   // width over height
    private const double Widest = 1.35;
    private const double Thinnest = 0.12;    // share of its box that a character covers
    private static readonly float[] Steps = [0.25f, 0.7f, 1.15f];

    /// <summary>The shapes of a picture, dark ones and bright ones, one list for each threshold.</summary>
    /// <param name="picture">The picture at this scale.</param>
    /// <param name="check">Asked within it.</param>
    public static IEnumerable<(bool Bright, List<PixelBox> Shapes)> Find(GrayImage picture, CancellationCheck? check = null)
    {
        float[] outstanding = Outstanding(picture, check);
        var ink = new GrayImage(picture.Width, picture.Height);
        foreach (float step in Steps)
        {
            foreach (bool bright in new[] { false, true })
            {
                Span<byte> to = ink.Pixels;
                for (int i = 0; i < to.Length; i++)
                {
                    to[i] = (bright ? outstanding[i] : -outstanding[i]) > step ? byte.MaxValue : (byte)0;
                }

                yield return (bright, [.. ConnectedComponents.Find(ink).All.Where(IsCharacter).Select(component => component.Box)]);
            }
        }
    }

    private static bool IsCharacter(Component component)
    {
        PixelBox box = component.Box;
        return box.Height is >= Least and <= Most
            && box.Width >= Narrowest * box.Height && box.Width <= Widest * box.Height
            && component.Area >= Thinnest * box.Width * box.Height;
    }

    // How much brighter each pixel is than the mean of what is around it, in deviations of that; 0 where all is flat.
    private static float[] Outstanding(GrayImage picture, CancellationCheck? check)
    {
        BoxSums levels = BoxSums.OfLevels(picture);
        BoxSums squares = BoxSums.OfSquares(picture);
        float[] outstanding = new float[picture.Width * picture.Height];
        for (int y = 0, i = 0; y < picture.Height; y++)
        {
            check?.ThrowIfCancelled();
            ReadOnlySpan<byte> row = picture.Row(y);
            for (int x = 0; x < row.Length; x++, i++)
            {
                (long sum, int count) = levels.Around(x, y, Around);
                float mean = (float)sum / count;
                float variance = ((float)squares.Around(x, y, Around).Sum / count) - (mean * mean);
                outstanding[i] = variance > Flat * Flat ? (row[x] - mean) / MathF.Sqrt(variance) : 0;
            }
        }

        return outstanding;
    }
}
