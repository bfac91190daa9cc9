namespace Cifra.Imaging.Rules;

/// <summary>Parts the rules of a form from the straight strokes of what is written on it: the digit 1, the bars of 5 and 7, a dash.</summary>
/// <remarks>All is measured by the height of the writing. What ends on another rule at both ends is the side of a box, and may be shorter than what stands alone.</remarks>
internal sealed class RuleChoice
{
    /// <summary>In heights of the writing: a level line that stands alone, longer than any dash.</summary>
    private const double LeastAlone = 2.5;

    /// <summary>An upright line that stands alone, longer than any 1 of a hand that writes unevenly.</summary>
    private const double LeastUprightAlone = 3;

    /// <summary>An upright line that ends on a rule at one end.</summary>
    private const double LeastUprightOnRule = 1.8;

    /// <summary>A line that ends on rules at both ends.</summary>
    private const double LeastSide = 1.15;

    /// <summary>A line that ends on a rule at one end and at the picture's edge at the other: longer than most a 1 whose foot is on the rule.</summary>
    private const double LeastCutSide = 1.5;

    /// <summary>The ticks of a comb are shorter than any 1, and there are some of them on one rule.</summary>
    private const double LongestTick = 0.7;
    private const int FewestTicks = 3;

    /// <summary>A line of this share of the picture's width, or height, is a rule whatever the writing.</summary>
    private const double MostOfPicture = 0.6;

    /// <summary>In a picture of this many pixels both ways, a line of this part of the shorter side tells nothing about the writing's height.</summary>
    private const int LeastPage = 200;
    private const double LongOnPage = 0.25;

    private readonly GrayImage _ink;
    private readonly double _height;

    private RuleChoice(GrayImage ink, IReadOnlyList<Rule> lines)
    {
        _ink = ink;
        List<Rule> certain = [.. lines.Where(line => IsAcrossPicture(line) || IsLongOnPage(line))];
        certain.AddRange(lines.Except(certain).Where(line => line.IsUpright && Ends(line, certain) == 2).ToList());
        var rest = new GrayImage(ink.Width, ink.Height, ink.Pixels.ToArray());
        RuleRemover.Remove(rest, certain);
        double height = WritingHeight.Of(rest);
        _height = height > 0 ? height : WritingHeight.Of(ink); // a 1 alone in its picture is no rule of nothing
    }

    /// <summary>The lines that are rules.</summary>
    public static List<Rule> Of(GrayImage ink, IReadOnlyList<Rule> lines)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        var choice = new RuleChoice(ink, lines);
        List<Rule> rules = [.. lines.Where(choice.IsLongAlone)];
        List<Rule> sides = [.. lines.Where(line => line.Length >= LeastSide * choice._height)];
        rules.AddRange(lines.Except(rules).Where(line => choice.IsSide(line, sides)).ToList());
        List<Rule> level = [.. rules.Where(rule => !rule.IsUpright)];
        rules.AddRange(lines.Except(rules).Where(line => line.IsUpright && line.Length >= LeastUprightOnRule * choice._height && Ends(line, level) >= 1).ToList());
        rules.AddRange(choice.Ticks([.. lines.Except(rules)], level));
        return rules;
    }

    private bool IsAcrossPicture(Rule line) => line.IsUpright
        ? line.Length >= MostOfPicture * _ink.Height && line.Length >= MostOfPicture * _ink.Width / 2
        : line.Length >= MostOfPicture * _ink.Width && line.Length >= MostOfPicture * _ink.Height;

    private bool IsLongOnPage(Rule line) =>
        Math.Min(_ink.Width, _ink.Height) >= LeastPage && line.Length >= LongOnPage * Math.Min(_ink.Width, _ink.Height);

    private bool IsLongAlone(Rule line) => _height == 0 || line.Length >= (line.IsUpright ? LeastUprightAlone : LeastAlone) * _height
        || (!line.IsUpright && IsAcrossPicture(line) && line.Length >= LeastUprightOnRule * _height);

    private bool IsSide(Rule line, List<Rule> others)
    {
        if (line.Length < LeastSide * _height)
        {
            return false;
        }

        (int ends, bool atEdge) = (Ends(line, others), EndsAtEdge(line));
        return ends == 2 || (ends == 1 && atEdge && line.Length >= LeastCutSide * _height);
    }

    private List<Rule> Ticks(List<Rule> lines, List<Rule> level)
    {
        List<Rule> ticks = [];
        foreach (Rule rule in level)
        {
            List<Rule> on = [.. lines.Where(line => line.IsUpright && line.Length < LongestTick * _height && Ends(line, [rule]) == 1)];
            double usual = on.Count == 0 ? 0 : on.Select(line => line.Length).Order().ElementAt(on.Count / 2);
            List<Rule> alike = [.. on.Where(line => Math.Abs(line.Length - usual) <= Math.Max(2, 0.15 * usual))];
            ticks.AddRange(alike.Count >= FewestTicks ? alike : []);
        }

        return [.. ticks.Distinct()];
    }

    // Ends that lie on a line of the other direction.
    private static int Ends(Rule line, List<Rule> others)
    {
        bool start = false;
        bool end = false;
        foreach (Rule other in others)
        {
            if (other.IsUpright != line.IsUpright)
            {
                double tolerance = Math.Max(3, 1.5 * Math.Max(line.Thickness, other.Thickness));
                start |= other.Touches(line.From, tolerance);
                end |= other.Touches(line.To, tolerance);
            }
        }

        return (start ? 1 : 0) + (end ? 1 : 0);
    }

    private bool EndsAtEdge(Rule line)
    {
        (double start, double end) = line.Along;
        return start <= 2 || end >= (line.IsUpright ? _ink.Height : _ink.Width) - 2;
    }
}
