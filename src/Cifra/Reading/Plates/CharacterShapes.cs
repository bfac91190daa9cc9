using Cifra.Imaging;

namespace Cifra.Reading.Plates;

/// <summary>Finds connected regions that have the size and shape of a printed character and are darker, or brighter, than their surroundings.</summary>
/// <remarks>Several thresholds are needed: no single one separates characters from each other and from the plate's frame everywhere.</remarks>
internal static class CharacterShapes
{
    /// <summary>The regions of a picture: two lists for each threshold, first the dark ones, then the bright ones.</summary>
    /// <param name="picture">The picture at one scale.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    /// <param name="check">Optional; asked at each row.</param>
    public static IEnumerable<(bool Bright, List<PixelBox> Shapes)> Find(
        GrayImage picture, PlateFinderOptions? options = null, CancellationCheck? check = null)
    {
        options ??= PlateFinderOptions.Default;
        float[] contrast = LocalContrast(picture, options, check);
        var ink = new GrayImage(picture.Width, picture.Height);
        foreach (float threshold in options.Thresholds)
        {
            foreach (bool bright in new[] { false, true })
            {
                Span<byte> to = ink.Pixels;
                for (int i = 0; i < to.Length; i++)
                {
                    to[i] = (bright ? contrast[i] : -contrast[i]) > threshold ? byte.MaxValue : (byte)0;
                }

                yield return (bright, [.. ConnectedComponents.Find(ink).All.Where(part => IsCharacter(part, options)).Select(part => part.Box)]);
            }
        }
    }

    private static bool IsCharacter(Component component, PlateFinderOptions options)
    {
        PixelBox box = component.Box;
        return box.Height >= options.MinCharacterHeight && box.Height <= options.MaxCharacterHeight
            && box.Width >= options.MinAspect * box.Height && box.Width <= options.MaxAspect * box.Height
            && component.Area >= options.MinCoverage * box.Width * box.Height;
    }

    // How much brighter each pixel is than its window's mean, in standard deviations of the window; 0 where the window is flat.
    private static float[] LocalContrast(GrayImage picture, PlateFinderOptions options, CancellationCheck? check)
    {
        BoxSums levels = BoxSums.OfLevels(picture);
        BoxSums squares = BoxSums.OfSquares(picture);
        float[] contrast = new float[picture.Width * picture.Height];
        for (int y = 0, i = 0; y < picture.Height; y++)
        {
            check?.ThrowIfCancelled();
            ReadOnlySpan<byte> row = picture.Row(y);
            for (int x = 0; x < row.Length; x++, i++)
            {
                (long sum, int count) = levels.Around(x, y, options.WindowRadius);
                float mean = (float)sum / count;
                float variance = ((float)squares.Around(x, y, options.WindowRadius).Sum / count) - (mean * mean);
                contrast[i] = variance > options.FlatDeviation * options.FlatDeviation ? (row[x] - mean) / MathF.Sqrt(variance) : 0;
            }
        }

        return contrast;
    }
}
