using Cifra.Numerics;

namespace Cifra.Imaging.Rules;

/// <summary>Tells the rules of a form from straight strokes of the writing: the digit 1, the bars of 5 and 7, a dash.</summary>
/// <remarks>
/// Lengths are compared with the height of the writing. A line that ends on other rules at both ends is the side of a box and may be shorter than one that
/// stands alone. docs/reading.md has the table.
/// </remarks>
internal sealed class RuleChoice
{
    private readonly GrayImage _ink;
    private readonly RuleChoiceOptions _options;
    private readonly double _height;

    private RuleChoice(GrayImage ink, IReadOnlyList<Rule> lines, RuleChoiceOptions options)
    {
        _ink = ink;
        _options = options;
        List<Rule> certain = [.. lines.Where(line => IsAcrossPicture(line) || IsLongOnPage(line))];
        certain.AddRange(lines.Except(certain).Where(line => line.IsUpright && Ends(line, certain) == 2).ToList());
        var rest = new GrayImage(ink.Width, ink.Height, ink.Pixels.ToArray());
        RuleRemover.Remove(rest, certain);
        double height = WritingHeight.Of(rest, options);
        _height = height > 0 ? height : WritingHeight.Of(ink, options); // a 1 alone in its picture is all the writing, and no rule
    }

    /// <summary>The lines that are rules.</summary>
    /// <param name="ink">Bright ink on black.</param>
    /// <param name="lines">All straight lines in it, as <see cref="RuleFinder"/> gives them.</param>
    /// <param name="options">Hand-set numbers; null for the default ones.</param>
    public static List<Rule> Of(GrayImage ink, IReadOnlyList<Rule> lines, RuleChoiceOptions? options = null)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        var choice = new RuleChoice(ink, lines, options ?? RuleChoiceOptions.Default);
        List<Rule> rules = [.. lines.Where(choice.IsLongAlone)];
        List<Rule> sides = [.. lines.Where(line => line.Length >= choice._options.MinSide * choice._height)];
        rules.AddRange(lines.Except(rules).Where(line => choice.IsSide(line, sides)).ToList());
        List<Rule> level = [.. rules.Where(rule => !rule.IsUpright)];
        rules.AddRange(lines.Except(rules).Where(line =>
            line.IsUpright && line.Length >= choice._options.MinOnRule * choice._height && choice.Ends(line, level) >= 1).ToList());
        rules.AddRange(choice.Ticks([.. lines.Except(rules)], level));
        return rules;
    }

    private bool IsAcrossPicture(Rule line) => line.IsUpright
        ? line.Length >= _options.AcrossPicture * _ink.Height && line.Length >= _options.AcrossPicture * _ink.Width / 2
        : line.Length >= _options.AcrossPicture * _ink.Width && line.Length >= _options.AcrossPicture * _ink.Height;

    private bool IsLongOnPage(Rule line) =>
        Math.Min(_ink.Width, _ink.Height) >= _options.MinPage && line.Length >= _options.LongOnPage * Math.Min(_ink.Width, _ink.Height);

    private bool IsLongAlone(Rule line) => _height == 0
        || line.Length >= (line.IsUpright ? _options.MinUprightAlone : _options.MinAlone) * _height
        || (!line.IsUpright && IsAcrossPicture(line) && line.Length >= _options.MinOnRule * _height);

    private bool IsSide(Rule line, List<Rule> others)
    {
        if (line.Length < _options.MinSide * _height)
        {
            return false;
        }

        (int ends, bool atEdge) = (Ends(line, others), EndsAtEdge(line));
        return ends == 2 || (ends == 1 && atEdge && line.Length >= _options.MinCutSide * _height);
    }

    private List<Rule> Ticks(List<Rule> lines, List<Rule> level)
    {
        List<Rule> ticks = [];
        foreach (Rule rule in level)
        {
            List<Rule> on = [.. lines.Where(line => line.IsUpright && line.Length < _options.MaxTick * _height && Ends(line, [rule]) == 1)];
            double usual = on.Count == 0 ? 0 : Median.Upper(on.Select(line => line.Length));
            List<Rule> alike = [.. on.Where(line => Math.Abs(line.Length - usual) <= Math.Max(_options.TickTolerancePixels, _options.TickTolerance * usual))];
            ticks.AddRange(alike.Count >= _options.MinTicks ? alike : []);
        }

        return [.. ticks.Distinct()];
    }

    // Number of ends that lie on a line of the other direction.
    private int Ends(Rule line, List<Rule> others)
    {
        bool start = false;
        bool end = false;
        foreach (Rule other in others)
        {
            if (other.IsUpright != line.IsUpright)
            {
                double tolerance = Math.Max(_options.EndTolerancePixels, _options.EndTolerance * Math.Max(line.Thickness, other.Thickness));
                start |= other.Touches(line.From, tolerance);
                end |= other.Touches(line.To, tolerance);
            }
        }

        return (start ? 1 : 0) + (end ? 1 : 0);
    }

    private bool EndsAtEdge(Rule line)
    {
        (double start, double end) = line.Along;
        return start <= _options.EdgeTolerance || end >= (line.IsUpright ? _ink.Height : _ink.Width) - _options.EdgeTolerance;
    }
}
