using Cifra.Imaging;
using Cifra.Imaging.Rules;

namespace Cifra.Reading.Cheques;

/// <summary>Finds the eight boxes of a date, DDMMYYYY, by the upright rules between them.</summary>
internal static class DateBoxes
{
    private const int Cells = 8;

    /// <summary>Of the nine upright lines so many must be seen; print and pen hide some.</summary>
    private const int LeastSeen = 5;

    /// <summary>How far a line is from its place, in widths of a cell.</summary>
    private const double Tolerance = 0.14;

    /// <summary>A cell's width over its height.</summary>
    private const double Narrowest = 0.5;
    private const double Widest = 1.9;

    /// <summary>The boxes stand in the upper part of a cheque, and in its right half.</summary>
    private const double Lowest = 0.5;
    private const double Leftmost = 0.4;

    /// <summary>The cells, left to right; null where there are none.</summary>
    public static IReadOnlyList<PixelBox>? Find(ChequePage page)
    {
        Rule[] sides =
        [
            .. page.Ink.Rules.Where(rule => rule.IsUpright && rule.Length < 0.2 * page.Bounds.Height
                && rule.To.Y < page.Bounds.Y + (Lowest * page.Bounds.Height) && rule.From.X > page.Bounds.X + (Leftmost * page.Bounds.Width)),
        ];
        (int Seen, PixelBox[] Cells)? best = null;
        foreach (Rule first in sides)
        {
            Rule[] alike = [.. sides.Where(other => Math.Abs(other.From.Y - first.From.Y) < 0.35 * first.Length && Math.Abs(other.To.Y - first.To.Y) < 0.35 * first.Length)];
            foreach (Rule second in alike.Where(other => other.From.X > first.From.X))
            {
                for (int apart = 1; apart <= Cells; apart++)
                {
                    double pitch = (second.From.X - first.From.X) / apart;
                    if (pitch < Narrowest * first.Length || pitch > Widest * first.Length)
                    {
                        continue;
                    }

                    for (int before = 0; before + apart <= Cells; before++)
                    {
                        double left = first.From.X - (before * pitch);
                        int seen = Enumerable.Range(0, Cells + 1).Count(k => alike.Any(rule => Math.Abs(rule.From.X - left - (k * pitch)) < Tolerance * pitch));
                        bool stops = !alike.Any(rule => Math.Abs(rule.From.X - left + pitch) < Tolerance * pitch) && !alike.Any(rule => Math.Abs(rule.From.X - left - ((Cells + 1) * pitch)) < Tolerance * pitch);
                        int worth = (2 * seen) + (stops ? 1 : 0);
                        if (seen >= LeastSeen && (best is null || worth > best.Value.Seen))
                        {
                            best = (worth, Boxes(left, pitch, alike));
                        }
                    }
                }
            }
        }

        return best?.Cells;
    }

    private static PixelBox[] Boxes(double left, double pitch, Rule[] sides)
    {
        double top = sides.Select(side => side.From.Y).Order().ElementAt(sides.Length / 2);
        double bottom = sides.Select(side => side.To.Y).Order().ElementAt(sides.Length / 2);
        return [.. Enumerable.Range(0, Cells).Select(k => new PixelBox((int)(left + (k * pitch)), (int)top, (int)pitch, (int)(bottom - top)))];
    }
}
