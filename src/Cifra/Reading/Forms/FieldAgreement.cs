namespace Cifra.Reading.Forms;

/// <summary>Holds what was read in all fields against what the form asks of them.</summary>
internal static class FieldAgreement
{
    /// <summary>An alternative below this probability is not offered.</summary>
    private const double LeastAlternative = 0.02;

    /// <summary>The numbers, those that break a rule or are missing made unsure; and a sentence for each such fault.</summary>
    public static (IReadOnlyList<ReadNumber> Numbers, IReadOnlyList<string> Findings) Check(FormTemplate template, IReadOnlyList<ReadNumber> numbers)
    {
        List<string> findings = [];
        HashSet<string> doubtful = new(StringComparer.OrdinalIgnoreCase);
        foreach (FormField field in template.Fields.Where(field => field.Required))
        {
            string[] names = [.. numbers.Where(number => field.ReportedNames.Contains(number.Name!) && number.Flaws.Contains(FieldFlaws.Empty)).Select(number => number.Name!)];
            if (names.Length == field.ReportedNames.Count)
            {
                findings.Add($"{field.Name} is empty and must be filled in");
                doubtful.UnionWith(names);
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

        return ([.. numbers.Select(number => doubtful.Contains(number.Name!) && number.Decision == Decision.Accept ? number with { Decision = Decision.Unsure } : number)], findings);
    }

    private static string? Value(ReadNumber? number) =>
        number is null || number.Text.Length == 0 || number.Decision == Decision.NotADigit ? null : number.Value ?? number.Text;

    // What one field might say instead, such that the rule holds: the likeliest.
    private static string Remedy(FormConstraint rule, Dictionary<string, ReadNumber> byName)
    {
        (string Name, RankedText Text)? best = null;
        foreach (string name in rule.Fields)
        {
            foreach (RankedText other in byName.GetValueOrDefault(name)?.Alternatives ?? [])
            {
                bool better = other.Probability >= LeastAlternative && other.Probability > (best?.Text.Probability ?? 0);
                if (better && rule.Objection(field => field.Equals(name, StringComparison.OrdinalIgnoreCase) ? other.Text : Value(byName.GetValueOrDefault(field))) is null)
                {
                    best = (name, other);
                }
            }
        }

        return best is { } found ? FormattableString.Invariant($"; it would hold if {found.Name} were {found.Text.Text} (probability {found.Text.Probability:F3})") : "";
    }
}
