namespace Cifra.Reading.Forms.Fields;

/// <summary>Checks what was read in all fields against the form's constraints.</summary>
internal static class FieldAgreement
{
    /// <summary>
    /// Probability below which an alternative is not proposed as a remedy. Higher than <see cref="Alternatives.Least"/>, from which they are reported:
    /// among unlikely ones there is always one that satisfies a sum by chance. Set by hand; source not recorded.
    /// </summary>
    private const double LeastRemedy = 0.02;

    /// <summary>The numbers, with those that violate a constraint or are missing made unsure, and one sentence for each such fault.</summary>
    /// <param name="template">The form.</param>
    /// <param name="numbers">What was read; every number has a name.</param>
    public static (IReadOnlyList<ReadNumber> Numbers, IReadOnlyList<string> Findings) Check(FormTemplate template, IReadOnlyList<ReadNumber> numbers)
    {
        List<string> findings = [];
        HashSet<string> doubtful = new(StringComparer.OrdinalIgnoreCase);
        foreach (FormField field in template.Fields.Where(field => field.Required))
        {
            IReadOnlyList<string> names = field.ReportedNames;
            string[] empty = [.. numbers.Where(number => number.Flaws.Contains(FieldFlaws.Empty)).Select(number => number.Name!).Where(names.Contains)];
            if (empty.Length == names.Count)
            {
                findings.Add($"{field.Name} is empty and must be filled in");
                doubtful.UnionWith(empty);
            }
        }

        Dictionary<string, ReadNumber> byName = numbers.ToDictionary(number => number.Name!, StringComparer.OrdinalIgnoreCase);
        foreach (FormConstraint rule in template.Rules)
        {
            if (rule.Objection(name => Value(byName.GetValueOrDefault(name))) is { } objection)
            {
                findings.Add(objection + Remedy(rule, byName));
                doubtful.UnionWith(rule.Fields);
            }
        }

        return ([.. numbers.Select(number => doubtful.Contains(number.Name!) ? Doubted(number) : number)], findings);
    }

    private static ReadNumber Doubted(ReadNumber number) => number.Decision == Decision.Accept ? number with { Decision = Decision.Unsure } : number;

    private static string? Value(ReadNumber? number) =>
        number is null || number.Text.Length == 0 || number.Decision == Decision.NotADigit ? null : number.Value ?? number.Text;

    // The likeliest alternative of a single field that satisfies the constraint.
    private static string Remedy(FormConstraint rule, Dictionary<string, ReadNumber> byName)
    {
        (string Name, RankedText Text)? best = null;
        foreach (string name in rule.Fields)
        {
            foreach (RankedText other in byName.GetValueOrDefault(name)?.Alternatives ?? [])
            {
                string? Instead(string field) => field.Equals(name, StringComparison.OrdinalIgnoreCase) ? other.Text : Value(byName.GetValueOrDefault(field));
                bool better = other.Probability >= LeastRemedy && other.Probability > (best?.Text.Probability ?? 0);
                if (better && rule.Objection(Instead) is null)
                {
                    best = (name, other);
                }
            }
        }

        return best is { } found
            ? FormattableString.Invariant($"; it would hold if {found.Name} were {found.Text.Text} (probability {found.Text.Probability:F3})")
            : "";
    }
}
