using Cifra.Imaging;

namespace Cifra.Reading.Plates;

/// <summary>Puts shapes of equal height together that stand beside one another in a straight row.</summary>
internal static class ShapeRows
{
    private const int LeastShapes = 3;
    private const double Similar = 0.72;      // the lower one's height over the higher one's
    private const double Steepest = 0.27;     // of a row
    private const double Uneven = 0.14;       // heights that neighbours' middles differ by besides
    private const double Overlapping = -0.2;  // gaps between neighbours, in heights
    private const double Apart = 1.35;
    private const double Outlier = 0.17;      // heights that a top or foot may be off its row's line

    /// <summary>A row's lines: y of top and foot are given at x = 0.</summary>
    /// <param name="Left">Column where the first shape begins.</param>
    /// <param name="Right">Column after the last.</param>
    /// <param name="Top">Row of the top.</param>
    /// <param name="Bottom">Row of the foot.</param>
    /// <param name="Slope">Rows down for each column to the right.</param>
    /// <param name="Count">Number of shapes.</param>
    public readonly record struct Row(double Left, double Right, double Top, double Bottom, double Slope, int Count);

    /// <summary>The rows.</summary>
    public static List<Row> Find(List<PixelBox> shapes)
    {
        PixelBox[] sorted = [.. shapes.OrderBy(shape => shape.X).ThenBy(shape => shape.Y)];
        int[] next = new int[sorted.Length];
        int[] last = new int[sorted.Length];
        double[] nearest = new double[sorted.Length];
        Array.Fill(next, -1);
        Array.Fill(last, -1);
        Array.Fill(nearest, double.MaxValue);
        for (int i = 0; i < sorted.Length; i++)
        {
            double best = double.MaxValue;
            for (int j = i + 1; j < sorted.Length && sorted[j].X <= sorted[i].Right + (Apart * CharacterShapes.Most); j++)
            {
                if (Distance(sorted[i], sorted[j]) is { } distance && distance < best)
                {
                    (best, next[i]) = (distance, j);
                }
            }

            if (next[i] >= 0 && best < nearest[next[i]])
            {
                (nearest[next[i]], last[next[i]]) = (best, i);
            }
        }

        List<Row> rows = [];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (last[i] >= 0)
            {
                continue;
            }

            List<PixelBox> chain = [sorted[i]];
            for (int j = i; next[j] >= 0 && last[next[j]] == j;)
            {
                j = next[j];
                chain.Add(sorted[j]);
            }

            if (Fit(chain) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    // How far b is from being the right neighbour of a; null where it is none.
    private static double? Distance(PixelBox a, PixelBox b)
    {
        double high = Math.Max(a.Height, b.Height);
        double gap = b.X - a.Right;
        double across = (b.X + b.Right - a.X - a.Right) / 2.0;
        double down = Math.Abs((b.Y + b.Bottom - a.Y - a.Bottom) / 2.0);
        return Math.Min(a.Height, b.Height) >= Similar * high && gap >= Overlapping * high && gap <= Apart * Math.Min(a.Height, b.Height) && across > 0.2 * high
            && down <= (Uneven * high) + (Steepest * across)
            ? gap + (2 * (high - Math.Min(a.Height, b.Height))) + down
            : null;
    }

    private static Row? Fit(List<PixelBox> chain)
    {
        if (chain.Count < LeastShapes)
        {
            return null;
        }

        double slope = Slope(chain);
        double height = Median(chain.Select(shape => (double)shape.Height));
        double top = Median(chain.Select(shape => shape.Y - (slope * Middle(shape))));
        double bottom = Median(chain.Select(shape => shape.Bottom - (slope * Middle(shape))));
        PixelBox[] kept = [.. chain.Where(shape =>
            Math.Abs(shape.Y - (slope * Middle(shape)) - top) <= Outlier * height && Math.Abs(shape.Bottom - (slope * Middle(shape)) - bottom) <= Outlier * height)];
        return kept.Length >= LeastShapes && bottom > top
            ? new Row(kept.Min(shape => shape.X), kept.Max(shape => shape.Right), top, bottom, slope, kept.Length)
            : null;
    }

    // The median of the slopes between any two shapes, by their feet and by their tops (Theil 1950, Sen 1968).
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
