using Cifra.Imaging;
using Cifra.Imaging.Rules;
using Cifra.Reading.Lines;

namespace Cifra.Reading.Cheques;

/// <summary>Groups boxes that stand side by side on one line, without a wide gap or a vertical rule between them.</summary>
internal static class ShapeGroups
{
    /// <summary>The groups, each from left to right.</summary>
    /// <param name="shapes">Boxes of digits, letters and signs, in any order.</param>
    /// <param name="rules">The page's rules.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static List<List<PixelBox>> Find(IEnumerable<PixelBox> shapes, IReadOnlyList<Rule> rules, ChequeOptions? options = null) =>
        LineFinder.Lines(shapes, shape => shape, (options ?? ChequeOptions.Default).Groups, (left, right) => rules.Any(rule => IsBetween(rule, left, right)));

    // Whether a vertical rule crosses the row of the two boxes between their centres.
    private static bool IsBetween(Rule rule, PixelBox left, PixelBox right)
    {
        double middle = (left.Y + left.Bottom + right.Y + right.Bottom) / 4.0;
        return rule.IsUpright && rule.Along.Start < middle && rule.Along.End > middle
            && rule.Across(middle) > left.X + (0.5 * left.Width) && rule.Across(middle) < right.X + (0.5 * right.Width);
    }
}
