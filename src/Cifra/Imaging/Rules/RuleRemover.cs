using Cifra.Imaging.Digits;

namespace Cifra.Imaging.Rules;

/// <summary>Removes rules from a picture of ink and leaves the strokes that cross them whole.</summary>
/// <remarks>
/// In each column the ink in the rule's band is cleared, unless there is ink directly above and below it: there a stroke crosses, straight or at an angle,
/// and its part of the band stays. A stroke that only ends on the rule keeps the part outside the band.
/// </remarks>
internal static class RuleRemover
{
    /// <summary>Clears the rules in place.</summary>
    /// <param name="ink">Bright ink on black; it is changed.</param>
    /// <param name="rules">The rules to remove.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static void Remove(GrayImage ink, IReadOnlyList<Rule> rules, RuleRemoverOptions? options = null)
    {
        options ??= RuleRemoverOptions.Default;
        List<Rule> upright = [.. rules.Where(rule => rule.IsUpright)];
        foreach (Rule rule in rules.Where(rule => !rule.IsUpright))
        {
            Remove(ink, rule, upright, options);
        }

        if (upright.Count > 0)
        {
            GrayImage turned = Transpose.Of(ink);
            foreach (Rule rule in upright)
            {
                Remove(turned, rule.Transposed(), [], options);
            }

            Transpose.Of(turned).Pixels.CopyTo(ink.Pixels);
        }
    }

    private static void Remove(GrayImage ink, Rule rule, List<Rule> upright, RuleRemoverOptions options)
    {
        int first = Extended(ink, rule, Math.Clamp((int)rule.Along.Start, 0, ink.Width - 1), -1, options);
        int last = Extended(ink, rule, Math.Clamp((int)Math.Ceiling(rule.Along.End) - 1, 0, ink.Width - 1), 1, options);
        if (last < first)
        {
            return;
        }

        (int Top, int Bottom)[] bands = Bands(ink, rule, first, last, options);
        int lean = Math.Max(1, (int)Math.Ceiling(rule.Thickness)); // a stroke at 45° enters and leaves the band this many columns apart
        bool[] meets = Meetings(rule, upright, first, last);
        bool[] above = [.. bands.Select((band, i) => !meets[i] && IsInk(ink, first + i, band.Top - 2))];
        bool[] below = [.. bands.Select((band, i) => !meets[i] && IsInk(ink, first + i, band.Bottom + 1))];
        bool[] crossed = [.. bands.Select((_, i) => IsCrossed(above, below, i, lean))];
        for (int i = 0; i < bands.Length; i++)
        {
            if (!crossed[i])
            {
                Clear(ink, first + i, Bulging(ink, first + i, bands[i]));
            }
        }
    }

    // Follows the line's ink a little past the found end: the line may have run into another one, or grown faint.
    private static int Extended(GrayImage ink, Rule rule, int end, int step, RuleRemoverOptions options)
    {
        int most = (int)(options.Extension * rule.Thickness) + options.ExtensionPixels;
        for (int i = 0; i < most && end + step >= 0 && end + step < ink.Width; i++, end += step)
        {
            (int top, int bottom) = RunAt(ink, end + step, rule.Across(end + step + 0.5));
            if (bottom == top || bottom - top > (options.AloneThickness * rule.Thickness) + 1)
            {
                break;
            }
        }

        return end;
    }

    // Columns in which an upright rule meets this one: the ink beside the band is the other rule's, not a stroke's.
    private static bool[] Meetings(Rule rule, List<Rule> upright, int first, int last)
    {
        bool[] meets = new bool[last - first + 1];
        foreach (Rule other in upright)
        {
            double row = rule.Across(other.From.X);
            double reach = (other.Thickness / 2) + 1;
            if (row < other.Along.Start - (4 * reach) || row > other.Along.End + (4 * reach))
            {
                continue;
            }

            int from = Math.Max(first, (int)Math.Floor(other.Across(row) - reach));
            int to = Math.Min(last, (int)Math.Floor(other.Across(row) + reach));
            for (int x = from; x <= to; x++)
            {
                meets[x - first] = true;
            }
        }

        return meets;
    }

    // The rule's own rows in each column: its ink where nothing crosses it, else the rows that follow from its slope and the columns before.
    private static (int Top, int Bottom)[] Bands(GrayImage ink, Rule rule, int first, int last, RuleRemoverOptions options)
    {
        var bands = new (int Top, int Bottom)[last - first + 1];
        double drift = 0;
        for (int x = first; x <= last; x++)
        {
            double middle = rule.Across(x + 0.5) + drift;
            (int top, int bottom) = RunAt(ink, x, middle);
            if (bottom > top && bottom - top <= (options.AloneThickness * rule.Thickness) + 1)
            {
                drift = Math.Clamp(drift + (options.Following * (((top + bottom) / 2.0) - middle)), -options.MaxDrift, options.MaxDrift);
                bands[x - first] = (top, bottom);
            }
            else
            {
                top = (int)Math.Round(middle - (rule.Thickness / 2));
                bands[x - first] = (top, top + (int)Math.Ceiling(rule.Thickness));
            }
        }

        return bands;
    }

    // The run of ink at a row or directly beside it; empty if there is none.
    private static (int Top, int Bottom) RunAt(GrayImage ink, int x, double middle)
    {
        int y = (int)middle;
        foreach (int row in (ReadOnlySpan<int>)[y, y - 1, y + 1])
        {
            if (IsInk(ink, x, row))
            {
                int top = row;
                int bottom = row + 1;
                while (IsInk(ink, x, top - 1))
                {
                    top--;
                }

                while (IsInk(ink, x, bottom))
                {
                    bottom++;
                }

                return (top, bottom);
            }
        }

        return (y, y);
    }

    private static bool IsInk(GrayImage ink, int x, int y) => y >= 0 && y < ink.Height && ink.Pixels[(y * ink.Width) + x] >= DigitIsolator.Least;

    private static bool IsCrossed(bool[] above, bool[] below, int i, int lean)
    {
        for (int d = -lean; d <= lean; d++)
        {
            if (i + d >= 0 && i + d < above.Length && i - d >= 0 && i - d < below.Length && above[i + d] && below[i - d])
            {
                return true;
            }
        }

        return false;
    }

    // A band with the small bulge of ink beside it. A larger bulge is a stroke that ends here and stays.
    private static (int Top, int Bottom) Bulging(GrayImage ink, int x, (int Top, int Bottom) band)
    {
        int most = Math.Max(1, (band.Bottom - band.Top + 1) / 2);
        int top = band.Top;
        int bottom = band.Bottom;
        while (band.Top - top <= most && IsInk(ink, x, top - 1))
        {
            top--;
        }

        while (bottom - band.Bottom <= most && IsInk(ink, x, bottom))
        {
            bottom++;
        }

        return (band.Top - top <= most ? top : band.Top, bottom - band.Bottom <= most ? bottom : band.Bottom);
    }

    // Clears the faint fringe too, unless it is the fringe of a stroke beyond it.
    private static void Clear(GrayImage ink, int x, (int Top, int Bottom) band)
    {
        int top = IsInk(ink, x, band.Top - 1) || IsInk(ink, x, band.Top - 2) ? band.Top : band.Top - 2;
        int bottom = IsInk(ink, x, band.Bottom) || IsInk(ink, x, band.Bottom + 1) ? band.Bottom : band.Bottom + 2;
        for (int y = Math.Max(0, top); y < Math.Min(ink.Height, bottom); y++)
        {
            ink.Pixels[(y * ink.Width) + x] = 0;
        }
    }
}
