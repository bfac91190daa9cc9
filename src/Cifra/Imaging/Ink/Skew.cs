using Cifra.Imaging.Rules;

namespace Cifra.Imaging.Ink;

/// <summary>How far the lines of a page slope.</summary>
/// <remarks>
/// By its rules where it has some, else by the feet of its shapes: projected along the right slope they fall on few rows. Baird 1987, "The skew angle of printed
/// documents", which scores each slope by the squares of the counts.
/// </remarks>
internal static class Skew
{
    /// <summary>Steepest slope looked for, in rows a column, and the step between two that are tried: 14° and a fifth of one.</summary>
    private const double Steepest = 0.25;
    private const double Step = 0.004;

    /// <summary>Fewer shapes say nothing.</summary>
    private const int FewestShapes = 8;

    /// <summary>The score of the best slope is at least this many times level's, or the page is taken for level.</summary>
    private const double LeastGain = 1.3;

    /// <summary>The slope of the rules: the one that half of their length does not exceed; null where they are too short to tell.</summary>
    public static double? OfRules(IReadOnlyList<Rule> rules, int width)
    {
        Rule[] level = [.. rules.Where(rule => !rule.IsUpright).OrderBy(rule => rule.Slope)];
        double total = level.Sum(rule => rule.Length);
        if (total < width / 2.0)
        {
            return null;
        }

        double seen = 0;
        return level.First(rule => (seen += rule.Length) >= total / 2).Slope;
    }

    /// <summary>The slope of the lines that shapes stand on; 0 where they do not tell.</summary>
    public static double OfShapes(IReadOnlyList<Component> shapes, double height)
    {
        if (shapes.Count < FewestShapes)
        {
            return 0;
        }

        int half = (int)(Steepest / Step);
        double best = 0;
        double most = LeastGain * Score(shapes, 0, height);
        for (int s = -half; s <= half; s++)
        {
            double score = Score(shapes, s * Step, height);
            (best, most) = score > most ? (s * Step, score) : (best, most);
        }

        return best;
    }

    private static double Score(IReadOnlyList<Component> shapes, double slope, double height)
    {
        double row = Math.Max(1, height / 4);
        Dictionary<int, int> counts = [];
        foreach (Component shape in shapes)
        {
            int bin = (int)Math.Floor((shape.Box.Bottom - (slope * shape.CentreX)) / row);
            counts[bin] = counts.GetValueOrDefault(bin) + 1;
        }

        return counts.Sum(pair => (double)pair.Value * pair.Value);
    }
}
