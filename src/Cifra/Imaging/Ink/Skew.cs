using Cifra.Imaging.Rules;

namespace Cifra.Imaging.Ink;

/// <summary>Estimates the slope of the lines of a page.</summary>
/// <remarks>
/// By its rules if it has some, otherwise by the feet of its shapes: projected along the right slope they fall on few rows. Baird 1987, "The skew angle of
/// printed documents", scores each slope by the sum of the squared counts.
/// </remarks>
internal static class Skew
{
    /// <summary>The median slope of the level rules, weighted by length; null if they are too short to tell.</summary>
    /// <param name="rules">Level and upright rules.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static double? OfRules(IReadOnlyList<Rule> rules, int width, SkewOptions? options = null)
    {
        Rule[] level = [.. rules.Where(rule => !rule.IsUpright).OrderBy(rule => rule.Slope)];
        double total = level.Sum(rule => rule.Length);
        if (total < width * (options ?? SkewOptions.Default).MinRules)
        {
            return null;
        }

        double seen = 0;
        return level.First(rule => (seen += rule.Length) >= total / 2).Slope;
    }

    /// <summary>The slope of the lines that shapes stand on; 0 if the shapes do not tell.</summary>
    /// <param name="shapes">Letters and digits.</param>
    /// <param name="height">Height of the writing in pixels.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static double OfShapes(IReadOnlyList<Component> shapes, double height, SkewOptions? options = null)
    {
        options ??= SkewOptions.Default;
        double row = Math.Max(1, height * options.RowHeight);
        if (shapes.Count < options.MinShapes)
        {
            return 0;
        }

        int half = (int)(options.MaxSlope / options.Step);
        double best = 0;
        double most = options.MinGain * Score(shapes, 0, row);
        for (int s = -half; s <= half; s++)
        {
            double score = Score(shapes, s * options.Step, row);
            (best, most) = score > most ? (s * options.Step, score) : (best, most);
        }

        return best;
    }

    private static double Score(IReadOnlyList<Component> shapes, double slope, double row)
    {
        Dictionary<int, int> counts = [];
        foreach (Component shape in shapes)
        {
            int bin = (int)Math.Floor((shape.Box.Bottom - (slope * shape.CentreX)) / row);
            counts[bin] = counts.GetValueOrDefault(bin) + 1;
        }

        return counts.Sum(pair => (double)pair.Value * pair.Value);
    }
}
