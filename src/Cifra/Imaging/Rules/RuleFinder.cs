namespace Cifra.Imaging.Rules;

/// <summary>Finds straight lines of ink that run across or down, also slightly skewed, bent or broken: rules, underlines, the sides of boxes and grids.</summary>
/// <remarks>
/// A level line is a thin run of ink in column after column. The middles of all thin runs are projected along each slope in question; where many fall on one row a line is
/// followed from column to column, over the strokes that cross it. Upright lines are the level ones of the picture with rows and columns exchanged.
/// The bars of digits are found too: <see cref="RuleChoice"/> says which lines are none.
/// </remarks>
internal static class RuleFinder
{
    /// <summary>Lines slope by this at most, unless asked otherwise: 4.6°.</summary>
    public const double UsualSlope = 0.08;

    /// <summary>A line is at most this thick in a small picture, and this part of the longer side in a large one.</summary>
    private const int ThickestInSmall = 5;
    private const double ThickestPart = 1 / 160.0;

    /// <summary>A line's length is at least this many times the greatest thickness.</summary>
    private const int LeastAspect = 3;

    /// <summary>At most so many lines are followed in each direction; this bounds the time that a picture of cloth takes.</summary>
    private const int MostFollowed = 400;

    /// <summary>The lines, the longest first.</summary>
    /// <param name="ink">Bright ink on black.</param>
    /// <param name="steepest">Lines that slope more than this are not looked for.</param>
    /// <param name="check">Asked at each slope and before each line.</param>
    public static List<Rule> Find(GrayImage ink, double steepest = UsualSlope, CancellationCheck? check = null)
    {
        GrayImage columns = Transpose.Of(ink);
        IEnumerable<Rule> level = Level(columns, steepest, check);
        IEnumerable<Rule> upright = Level(ink, steepest, check).Select(rule => rule.Transposed());
        return [.. level.Concat(upright).OrderByDescending(rule => rule.Length)];
    }

    private static List<Rule> Level(GrayImage columns, double steepest, CancellationCheck? check)
    {
        int longer = Math.Max(columns.Width, columns.Height);
        int thickest = Math.Max(ThickestInSmall, (int)(longer * ThickestPart));
        int shortest = LeastAspect * thickest;
        var runs = new ThinRuns(columns, thickest);
        var tracker = new RuleTracker(columns, runs, shortest);
        List<Rule> rules = [];
        foreach ((double slope, int row) in Candidates(runs, columns.Width, steepest, shortest, check))
        {
            check?.ThrowIfCancelled();
            tracker.Follow(slope, row, rules);
        }

        return rules;
    }

    private static IEnumerable<(double Slope, int Row)> Candidates(ThinRuns runs, int rows, double steepest, int shortest, CancellationCheck? check)
    {
        int width = runs.Columns;
        double step = Math.Max(2.0 / width, steepest / 50);
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

        return found.OrderByDescending(line => line.Count).ThenBy(line => Math.Abs(line.Slope)).Take(MostFollowed).Select(line => (line.Slope, line.Row));
    }
}
