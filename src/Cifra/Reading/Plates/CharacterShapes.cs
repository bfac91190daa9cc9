using Cifra.Imaging;

namespace Cifra.Reading.Plates;

/// <summary>Finds what has the size and shape of a printed character: connected spots that are darker, or brighter, than what is around them.</summary>
/// <remarks>Each spot is looked for at several scales and thresholds, as no single one parts characters from one another and from the plate's frame everywhere.</remarks>
internal static class CharacterShapes
{
    /// <summary>Heights of characters that are looked for at a scale, in its pixels.</summary>
    public const int Least = 9;

    /// <summary>The same at most.</summary>
    public const int Most = 34;

    private const int Around = 13;           // half the side of the square that a pixel is compared with
    private const double Flat = 2;           // deviation of levels below which there is nothing to see
    private const double Narrowest = 0.08;   // width over height
    private const double Widest = 1.35;
    private const double Thinnest = 0.12;    // share of its box that a character covers
    private static readonly double[] Steps = [0.25, 0.75];

    /// <summary>The shapes of a picture, one list for each threshold.</summary>
    /// <param name="picture">The picture at this scale.</param>
    /// <param name="bright">Whether bright shapes are wanted, or dark ones.</param>
    public static IEnumerable<List<PixelBox>> Find(GrayImage picture, bool bright)
    {
        (float[] means, float[] deviations) = Surroundings(picture);
        foreach (double step in Steps)
        {
            var ink = new GrayImage(picture.Width, picture.Height);
            Span<byte> to = ink.Pixels;
            ReadOnlySpan<byte> levels = picture.Pixels;
            for (int i = 0; i < to.Length; i++)
            {
                float above = bright ? levels[i] - means[i] : means[i] - levels[i];
                to[i] = deviations[i] > Flat && above > step * deviations[i] ? byte.MaxValue : (byte)0;
            }

            yield return [.. ConnectedComponents.Find(ink).All.Where(IsCharacter).Select(component => component.Box)];
        }
    }

    private static bool IsCharacter(Component component)
    {
        PixelBox box = component.Box;
        return box.Height is >= Least and <= Most
            && box.Width >= Narrowest * box.Height && box.Width <= Widest * box.Height
            && component.Area >= Thinnest * box.Width * box.Height;
    }

    private static (float[] Means, float[] Deviations) Surroundings(GrayImage picture)
    {
        BoxSums levels = BoxSums.OfLevels(picture);
        BoxSums squares = BoxSums.OfSquares(picture);
        float[] means = new float[picture.Width * picture.Height];
        float[] deviations = new float[means.Length];
        for (int y = 0, i = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++, i++)
            {
                (long sum, int count) = levels.Around(x, y, Around);
                float mean = (float)sum / count;
                means[i] = mean;
                deviations[i] = MathF.Sqrt(MathF.Max(0, ((float)squares.Around(x, y, Around).Sum / count) - (mean * mean)));
            }
        }

        return (means, deviations);
    }
}
