using Cifra.Imaging;
using Cifra.Imaging.Rules;

namespace Cifra.Reading.Cheques;

/// <summary>Finds the eight boxes of a date, DDMMYYYY: two level rules, one above the other, with upright ones at eighths of their length between them.</summary>
internal static class DateBoxes
{
    private const int Cells = 8;

    /// <summary>Of the nine upright lines so many must be seen; print and pen hide most of them sometimes.</summary>
    private const int LeastSeen = 2;

    /// <summary>How far a line may be from its place, in widths of a cell.</summary>
    private const double Tolerance = 0.14;

    /// <summary>A cell's width over its height.</summary>
    private const double Narrowest = 0.5;
    private const double Widest = 1.9;

    /// <summary>The other rule runs beside this part of the longer one at least.</summary>
    private const double Beside = 0.25;

    /// <summary>The boxes stand in the upper part of a cheque, and in its right half.</summary>
    private const double Lowest = 0.5;
    private const double Leftmost = 0.4;

    /// <summary>The cells, left to right; null where there are none.</summary>
    public static IReadOnlyList<PixelBox>? Find(ChequePage page)
    {
        Rule[] near =
        [
            .. page.Ink.Rules.Where(rule => rule.To.Y < page.Bounds.Y + (Lowest * page.Bounds.Height) && rule.From.X > page.Bounds.X + (Leftmost * page.Bounds.Width)),
        ];
        Rule[] level = [.. near.Where(rule => !rule.IsUpright)];
        Rule[] upright = [.. near.Where(rule => rule.IsUpright)];
        (int Seen, PixelBox[] Cells)? best = null;
        foreach (Rule one in level)
        {
            foreach (Rule other in level.Where(other => other != one && other.Length <= one.Length))
            {
                double left = one.From.X;
                double pitch = (one.To.X - left) / Cells;
                double across = (Math.Max(left, other.From.X) + Math.Min(one.To.X, other.To.X)) / 2;
                double beside = Math.Min(one.To.X, other.To.X) - Math.Max(left, other.From.X);
                (double top, double bottom) = (Math.Min(one.Across(across), other.Across(across)), Math.Max(one.Across(across), other.Across(across)));
                if (beside < Beside * one.Length || pitch < Narrowest * (bottom - top) || pitch > Widest * (bottom - top))
                {
                    continue;
                }

                int seen = Enumerable.Range(0, Cells + 1).Count(k => upright.Any(rule => IsSide(rule, left + (k * pitch), pitch, top, bottom)));
                if (seen >= LeastSeen && seen > (best?.Seen ?? 0))
                {
                    best = (seen, [.. Enumerable.Range(0, Cells).Select(k => new PixelBox((int)(left + (k * pitch)), (int)top, (int)pitch, (int)(bottom - top)))]);
                }
            }
        }

        return best?.Cells;
    }

    private static bool IsSide(Rule rule, double x, double pitch, double top, double bottom) =>
        Math.Abs(rule.Across((top + bottom) / 2) - x) < Tolerance * pitch
        && Math.Abs(rule.From.Y - top) < 0.35 * (bottom - top) && Math.Abs(rule.To.Y - bottom) < 0.35 * (bottom - top);
}
