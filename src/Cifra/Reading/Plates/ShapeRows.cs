using Cifra.Imaging;

namespace Cifra.Reading.Plates;

/// <summary>Chains boxes of similar height that stand beside each other into straight rows.</summary>
internal static class ShapeRows
{
    /// <summary>One row. Top and bottom are its lines' y at x = 0.</summary>
    /// <param name="Left">Column where the first box begins.</param>
    /// <param name="Right">Column after the last box.</param>
    /// <param name="Top">The line along the tops.</param>
    /// <param name="Bottom">The line along the feet.</param>
    /// <param name="Slope">Rows down for each column to the right.</param>
    /// <param name="Count">Number of boxes.</param>
    public readonly record struct Row(double Left, double Right, double Top, double Bottom, double Slope, int Count);

    /// <summary>The rows, in the order of their first box from left to right.</summary>
    /// <param name="shapes">Boxes of characters, in any order.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    /// <remarks>A box is linked to the nearest box that may be its right neighbour; of several that choose the same neighbour the nearest keeps it.</remarks>
    public static List<Row> Find(List<PixelBox> shapes, PlateFinderOptions? options = null)
    {
        options ??= PlateFinderOptions.Default;
        PixelBox[] sorted = [.. shapes.OrderBy(shape => shape.X).ThenBy(shape => shape.Y)];
        int[] next = new int[sorted.Length];
        int[] previous = new int[sorted.Length];
        double[] nearest = new double[sorted.Length];
        Array.Fill(next, -1);
        Array.Fill(previous, -1);
        Array.Fill(nearest, double.MaxValue);
        for (int i = 0; i < sorted.Length; i++)
        {
            double best = double.MaxValue;
            for (int j = i + 1; j < sorted.Length && sorted[j].X <= sorted[i].Right + (options.MaxGap * options.MaxCharacterHeight); j++)
            {
                if (Distance(sorted[i], sorted[j], options) is { } distance && distance < best)
                {
                    (best, next[i]) = (distance, j);
                }
            }

            if (next[i] >= 0 && best < nearest[next[i]])
            {
                (nearest[next[i]], previous[next[i]]) = (best, i);
            }
        }

        List<Row> rows = [];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (previous[i] >= 0)
            {
                continue;
            }

            List<PixelBox> chain = [sorted[i]];
            for (int j = i; next[j] >= 0 && previous[next[j]] == j;)
            {
                j = next[j];
                chain.Add(sorted[j]);
            }

            if (Fit(chain, options) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    // How far b is from a, in pixels, if it may be the right neighbour of a; null if not.
    private static double? Distance(PixelBox a, PixelBox b, PlateFinderOptions options)
    {
        double high = Math.Max(a.Height, b.Height);
        double low = Math.Min(a.Height, b.Height);
        double gap = b.X - a.Right;
        double across = (b.X + b.Right - a.X - a.Right) / 2.0;
        double down = Math.Abs((b.Y + b.Bottom - a.Y - a.Bottom) / 2.0);
        return low >= options.MinHeightRatio * high
            && gap >= options.MinGap * high && gap <= options.MaxGap * low
            && across > options.MinStep * high
            && down <= (options.MaxVerticalOffset * high) + (options.MaxSlope * across)
            ? gap + (options.HeightPenalty * (high - low)) + down
            : null;
    }

    private static Row? Fit(List<PixelBox> chain, PlateFinderOptions options)
    {
        if (chain.Count < options.MinShapes)
        {
            return null;
        }

        double slope = Slope(chain);
        double height = Median(chain.Select(shape => (double)shape.Height));
        double top = Median(chain.Select(shape => shape.Y - (slope * Middle(shape))));
        double bottom = Median(chain.Select(shape => shape.Bottom - (slope * Middle(shape))));
        double tolerance = options.MaxOutlier * height;
        PixelBox[] kept = [.. chain.Where(shape =>
            Math.Abs(shape.Y - (slope * Middle(shape)) - top) <= tolerance && Math.Abs(shape.Bottom - (slope * Middle(shape)) - bottom) <= tolerance)];
        return kept.Length >= options.MinShapes && bottom > top
            ? new Row(kept.Min(shape => shape.X), kept.Max(shape => shape.Right), top, bottom, slope, kept.Length)
            : null;
    }

    // The median of the slopes between any two boxes, by their feet and by their tops (Theil 1950, Sen 1968).
    private static double Slope(List<PixelBox> chain)
    {
        List<double> slopes = [];
        for (int i = 0; i < chain.Count; i++)
        {
            for (int j = i + 1; j < chain.Count; j++)
            {
                double across = Middle(chain[j]) - Middle(chain[i]);
                if (across > 1)
                {
                    slopes.Add((chain[j].Y - chain[i].Y) / across);
                    slopes.Add((chain[j].Bottom - chain[i].Bottom) / across);
                }
            }
        }

        return slopes.Count == 0 ? 0 : Median(slopes);
    }

    private static double Middle(PixelBox shape) => (shape.X + shape.Right) / 2.0;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
