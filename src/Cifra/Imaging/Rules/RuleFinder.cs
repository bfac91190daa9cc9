namespace Cifra.Imaging.Rules;

/// <summary>Finds level and upright straight lines of ink, also slightly skewed, bent or broken: rules, underlines, the sides of boxes and grids.</summary>
/// <remarks>
/// A level line is a thin run of ink in column after column. The middles of all thin runs are projected along each slope. Where many fall on one row, a line is
/// followed from column to column, across the strokes on it. Upright lines are the level lines of the picture with rows and columns exchanged.
/// The bars of digits are found too: <see cref="RuleChoice"/> decides which lines are rules.
/// </remarks>
internal static class RuleFinder
{
    /// <summary>The lines, the longest first.</summary>
    /// <param name="ink">Bright ink on black.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    /// <param name="check">Optional; asked at each slope and before each line.</param>
    public static List<Rule> Find(GrayImage ink, RuleFinderOptions? options = null, CancellationCheck? check = null)
    {
        options ??= RuleFinderOptions.Default;
        GrayImage columns = Transpose.Of(ink);
        IEnumerable<Rule> level = Level(columns, options, check);
        IEnumerable<Rule> upright = Level(ink, options, check).Select(rule => rule.Transposed());
        return [.. level.Concat(upright).OrderByDescending(rule => rule.Length)];
    }

    /// <summary>The lines that slope by at most <paramref name="maxSlope"/>, the longest first.</summary>
    /// <param name="ink">Bright ink on black.</param>
    /// <param name="maxSlope">Greatest slope in rows a column.</param>
    public static List<Rule> Find(GrayImage ink, double maxSlope) => Find(ink, RuleFinderOptions.Default with { MaxSlope = maxSlope });

    private static List<Rule> Level(GrayImage columns, RuleFinderOptions options, CancellationCheck? check)
    {
        int longer = Math.Max(columns.Width, columns.Height);
        int thickest = Math.Max(options.MaxThicknessInSmall, (int)(longer * options.MaxThickness));
        int shortest = options.MinAspect * thickest;
        var runs = new ThinRuns(columns, thickest);
        var tracker = new RuleTracker(columns, runs, shortest, options);
        List<Rule> rules = [];
        foreach ((double slope, int row) in Candidates(runs, columns.Width, shortest, options, check))
        {
            check?.ThrowIfCancelled();
            tracker.Follow(slope, row, rules);
        }

        return rules;
    }

    private static IEnumerable<(double Slope, int Row)> Candidates(ThinRuns runs, int rows, int shortest, RuleFinderOptions options, CancellationCheck? check)
    {
        double steepest = options.MaxSlope;
        int width = runs.Columns;
        double step = Math.Max(2.0 / width, steepest / options.SlopeSteps);
        int steps = (int)(steepest / step);
        int margin = (int)(steepest * width) + 2;
        int[] counts = new int[rows + (2 * margin)];
        List<(double Slope, int Row, int Count)> found = [];
        for (int s = -steps; s <= steps; s++)
        {
            double slope = s * step;
            check?.ThrowIfCancelled();
            Array.Clear(counts);
            for (int x = 0; x < width; x++)
            {
                double shift = margin - (slope * x);
                foreach (ThinRun run in runs.Of(x))
                {
                    counts[(int)(run.Middle + shift)]++;
                }
            }

            for (int i = 1; i < counts.Length - 1; i++)
            {
                int count = counts[i - 1] + counts[i] + counts[i + 1];
                if (count >= shortest && counts[i] >= counts[i - 1] && counts[i] > counts[i + 1])
                {
                    found.Add((slope, i - margin, count));
                }
            }
        }

        return found.OrderByDescending(line => line.Count).ThenBy(line => Math.Abs(line.Slope))
            .Take(options.MaxFollowed).Select(line => (line.Slope, line.Row));
    }
}
