using Cifra.Imaging.Steps;

namespace Cifra.Imaging.Rules;

/// <summary>The step that removes rules, underlines, combs and frames from a picture of ink.</summary>
internal static class RuleRemoval
{
    /// <summary>The ink without its rules, and the rules that were removed.</summary>
    public static (Step Step, IReadOnlyList<Rule> Rules) Apply(Stage stage, CancellationCheck? check = null)
    {
        List<Rule> rules = RuleChoice.Of(stage.Picture, RuleFinder.Find(stage.Picture, check: check));
        if (rules.Count == 0)
        {
            return (Step.Skipped(stage, "no line is long and straight enough to be a rule"), rules);
        }

        var ink = new GrayImage(stage.Picture.Width, stage.Picture.Height, stage.Picture.Pixels.ToArray());
        RuleRemover.Remove(ink, rules);
        int upright = rules.Count(rule => rule.IsUpright);
        string reason = FormattableString.Invariant(
            $"{rules.Count - upright} level and {upright} upright lines removed, the longest {rules.Max(rule => rule.Length):F0} pixels long; crossing strokes stay");
        return (Step.Taken(stage.Showing(ink), reason), rules);
    }
}
