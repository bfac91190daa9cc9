namespace Cifra.Imaging;

/// <summary>How far a line of writing leans.</summary>
/// <remarks>
/// Sheared upright, most columns of a shape hold one unbroken piece of ink, as high as can be. Each shear is scored by the squares of those columns: Vinciarelli and
/// Luettin 2001, "A new normalization technique for cursive handwritten words". Shape by shape, so that lines may stand above one another and boxes may overlap.
/// </remarks>
internal static class Slant
{
    /// <summary>Steepest lean looked for, in columns a row, and the step between two that are tried.</summary>
    private const double Steepest = 1;
    private const double Step = 0.05;

    /// <summary>A column of which this share is ink counts as one piece.</summary>
    private const double Unbroken = 0.9;

    /// <summary>No more shapes are looked at once they held so many pixels.</summary>
    private const int MostPixels = 60_000;

    /// <summary>The lean, as <see cref="Deskew.Slant"/> gives it (columns that ink moves right from one row to the next below, hence negative for /), and how many times better its score is than upright's.</summary>
    /// <param name="components">The shapes of the writing.</param>
    /// <param name="shapes">Those that are high enough to lean.</param>
    public static (double Lean, double Gain) Of(ConnectedComponents components, IReadOnlyList<Component> shapes)
    {
        int half = (int)(Steepest / Step);
        double[] scores = new double[(2 * half) + 1];
        long pixels = 0;
        foreach (Component shape in shapes)
        {
            pixels += shape.Area;
            if (pixels > MostPixels)
            {
                break;
            }

            Score(components, shape, half, scores);
        }

        int best = half;
        for (int i = 0; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return ((best - half) * Step, scores[half] == 0 ? 1 : scores[best] / scores[half]);
    }

    private static void Score(ConnectedComponents components, Component shape, int half, double[] scores)
    {
        PixelBox box = shape.Box;
        int reach = (int)Math.Ceiling(Steepest * box.Height / 2) + 1;
        int[] counts = new int[box.Width + (2 * reach) + 1];
        int[] tops = new int[counts.Length];
        int[] bottoms = new int[counts.Length];
        for (int s = 0; s < scores.Length; s++)
        {
            double lean = (s - half) * Step;
            Array.Clear(counts);
            for (int y = 0; y < box.Height; y++)
            {
                int shift = reach - (int)Math.Round(lean * (y - (box.Height / 2.0)));
                ReadOnlySpan<int> labels = components.Labels.Slice(((box.Y + y) * components.Width) + box.X, box.Width);
                for (int x = 0; x < labels.Length; x++)
                {
                    if (labels[x] == shape.Label)
                    {
                        int column = x + shift;
                        tops[column] = counts[column]++ == 0 ? y : tops[column];
                        bottoms[column] = y;
                    }
                }
            }

            for (int column = 0; column < counts.Length; column++)
            {
                int extent = bottoms[column] - tops[column] + 1;
                scores[s] += counts[column] >= Unbroken * extent ? (double)counts[column] * counts[column] : 0;
            }
        }
    }
}
