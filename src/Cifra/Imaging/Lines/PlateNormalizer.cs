using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Lines;

/// <summary>Scales the row of characters of a number plate to one height: the input of the plate network, in training and in use.</summary>
/// <remarks>
/// The only definition of this step, as <see cref="LineNormalizer"/> is for writing. Grey levels are kept and stretched between those of the plate and the
/// characters. Plates have pictures behind their characters, so a threshold would decide too early. The network was trained with these numbers.
/// </remarks>
internal static class PlateNormalizer
{
    /// <summary>Rows of the <see cref="LineNormalizer.Height"/> that characters take.</summary>
    public const int CharacterHeight = 24;

    /// <summary>Factor by which the width is stretched more than the height: narrow characters need columns to be told apart.</summary>
    public const double Stretch = 1.2;

    private const double Margin = (LineNormalizer.Height - CharacterHeight) / 2.0;
    private const double Outliers = 0.03; // share of the brightest and of the darkest pixels that are taken for glare or dirt

    /// <summary>Columns of a row's normalized picture.</summary>
    /// <param name="row">The corners of the row: its upper side is the top of the characters.</param>
    /// <param name="broader">A further factor for the width.</param>
    public static int Width(Quadrilateral row, double broader = 1)
    {
        double height = (row.TopLeft.DistanceTo(row.BottomLeft) + row.TopRight.DistanceTo(row.BottomRight)) / 2;
        double width = (row.TopLeft.DistanceTo(row.TopRight) + row.BottomLeft.DistanceTo(row.BottomRight)) / 2;
        return Math.Max(1, (int)Math.Round(width / Math.Max(height, 1e-3) * CharacterHeight * Stretch * broader));
    }

    /// <summary>The row, <see cref="LineNormalizer.Height"/> rows high, bright characters on black.</summary>
    /// <param name="picture">The picture; it is not changed.</param>
    /// <param name="row">The corners of the row in it: its upper side runs along the tops of the characters, its lower side along their feet.</param>
    /// <param name="bright">Whether characters are brighter than the plate.</param>
    /// <param name="width">Columns of the result.</param>
    public static GrayImage Normalize(GrayImage picture, Quadrilateral row, bool bright, int width)
    {
        Homography toPicture = ToPicture(row, width);
        GrayImage line = Warp.Apply(picture, toPicture, width, LineNormalizer.Height);
        if (!bright)
        {
            foreach (ref byte level in line.Pixels)
            {
                level = (byte)(255 - level);
            }
        }

        StretchLevels(line);
        return line;
    }

    /// <summary>Maps points of the normalized row to points of the picture.</summary>
    public static Homography ToPicture(Quadrilateral row, int width) => Homography.Between(
        Quadrilateral.Of(new PixelBox(0, (int)Margin, width, CharacterHeight)), row);

    private static void StretchLevels(GrayImage line)
    {
        int[] counts = Histogram.Of(line.Pixels[((int)Margin * line.Width)..(((int)Margin + CharacterHeight) * line.Width)]);
        int beyond = (int)(Outliers * CharacterHeight * line.Width);
        int least = Quantile(counts, beyond);
        int most = 255 - Quantile([.. counts.Reverse()], beyond);
        int range = Math.Max(1, most - least);
        foreach (ref byte level in line.Pixels)
        {
            level = (byte)Math.Clamp(((level - least) * 255 / range), 0, 255);
        }
    }

    private static int Quantile(ReadOnlySpan<int> counts, int beyond)
    {
        int level = 0;
        for (int passed = counts[0]; passed <= beyond && level < 255; passed += counts[level])
        {
            level++;
        }

        return level;
    }
}
