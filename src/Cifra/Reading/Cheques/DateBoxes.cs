using Cifra.Imaging;
using Cifra.Imaging.Rules;

namespace Cifra.Reading.Cheques;

/// <summary>Finds the eight boxes of a date, DDMMYYYY: two horizontal rules, one above the other, and vertical rules at eighths of their length.</summary>
internal static class DateBoxes
{
    private const int Boxes = 8;

    /// <summary>The boxes, left to right; null if there are none.</summary>
    /// <param name="rules">The page's rules.</param>
    /// <param name="cheque">The cheque's bounds.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static IReadOnlyList<PixelBox>? Find(IReadOnlyList<Rule> rules, PixelBox cheque, ChequeOptions? options = null)
    {
        options ??= ChequeOptions.Default;
        double lowest = cheque.Y + (options.MaxBoxDown * cheque.Height);
        double leftmost = cheque.X + (options.MinBoxAcross * cheque.Width);
        Rule[] near = [.. rules.Where(rule => rule.To.Y < lowest && rule.From.X > leftmost)];
        Rule[] level = [.. near.Where(rule => !rule.IsUpright)];
        Rule[] upright = [.. near.Where(rule => rule.IsUpright)];
        (int Sides, PixelBox[] Boxes)? best = null;
        foreach (Rule one in level)
        {
            foreach (Rule other in level.Where(other => other != one && other.Length <= one.Length))
            {
                double left = one.From.X;
                double pitch = (one.To.X - left) / Boxes;
                double across = (Math.Max(left, other.From.X) + Math.Min(one.To.X, other.To.X)) / 2;
                double overlap = Math.Min(one.To.X, other.To.X) - Math.Max(left, other.From.X);
                double top = Math.Min(one.Across(across), other.Across(across));
                double bottom = Math.Max(one.Across(across), other.Across(across));
                double height = bottom - top;
                if (overlap < options.MinBoxOverlap * one.Length || pitch < options.MinBoxAspect * height || pitch > options.MaxBoxAspect * height)
                {
                    continue;
                }

                int sides = Enumerable.Range(0, Boxes + 1).Count(k => upright.Any(rule => IsSide(rule, left + (k * pitch), pitch, top, bottom, options)));
                if (sides >= options.MinBoxSides && sides > (best?.Sides ?? 0))
                {
                    best = (sides, [.. Enumerable.Range(0, Boxes).Select(k => new PixelBox((int)(left + (k * pitch)), (int)top, (int)pitch, (int)height))]);
                }
            }
        }

        return best?.Boxes;
    }

    // Whether a vertical rule stands at x and reaches from the upper horizontal rule to the lower one.
    private static bool IsSide(Rule rule, double x, double pitch, double top, double bottom, ChequeOptions options) =>
        Math.Abs(rule.Across((top + bottom) / 2) - x) < options.BoxSideTolerance * pitch
        && Math.Abs(rule.From.Y - top) < options.BoxEndTolerance * (bottom - top)
        && Math.Abs(rule.To.Y - bottom) < options.BoxEndTolerance * (bottom - top);
}
