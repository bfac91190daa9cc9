using Cifra.Imaging;
using Cifra.Imaging.Rules;

namespace Cifra.Reading.Cheques;

/// <summary>Groups boxes that stand side by side on one line, without a wide gap or a vertical rule between them.</summary>
internal static class ShapeGroups
{
    /// <summary>The groups, each from left to right.</summary>
    /// <param name="shapes">Boxes of digits, letters and signs, in any order. From left to right, each joins the group that ends closest before it.</param>
    /// <param name="rules">The page's rules.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static List<IReadOnlyList<PixelBox>> Find(IEnumerable<PixelBox> shapes, IReadOnlyList<Rule> rules, ChequeOptions? options = null)
    {
        options ??= ChequeOptions.Default;
        List<List<PixelBox>> groups = [];
        foreach (PixelBox box in shapes.OrderBy(box => box.X).ThenBy(box => box.Y))
        {
            List<PixelBox>? nearest = groups.Where(group => Continues(group, box, rules, options)).MinBy(group => box.X - Right(group));
            if (nearest is null)
            {
                groups.Add([box]);
            }
            else
            {
                nearest.Add(box);
            }
        }

        return [.. groups];
    }

    private static bool Continues(List<PixelBox> group, PixelBox box, IReadOnlyList<Rule> rules, ChequeOptions options)
    {
        PixelBox last = group[^1];
        int common = Math.Min(last.Bottom, box.Bottom) - Math.Max(last.Y, box.Y);
        double height = group.Select(shape => shape.Height).Order().ElementAt(group.Count / 2);
        return common >= options.CommonHeight * Math.Min(last.Height, box.Height)
            && box.X - Right(group) <= options.MaxGap * height
            && !rules.Any(rule => IsBetween(rule, last, box));
    }

    private static int Right(List<PixelBox> group) => group.Max(box => box.Right);

    // Whether a vertical rule crosses the row of the two boxes between their centres.
    private static bool IsBetween(Rule rule, PixelBox left, PixelBox right)
    {
        double middle = (left.Y + left.Bottom + right.Y + right.Bottom) / 4.0;
        return rule.IsUpright && rule.Along.Start < middle && rule.Along.End > middle
            && rule.Across(middle) > left.X + (0.5 * left.Width) && rule.Across(middle) < right.X + (0.5 * right.Width);
    }
}
