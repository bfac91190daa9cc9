using System.Globalization;
using System.Text;
using Cifra.Evaluation;

namespace Cifra.Reporting.Text;

/// <summary>Likely label errors as plain text.</summary>
public static class LabelIssuesText
{
    private const int MostLines = 30;

    /// <summary>The figures, then a line for each of the 30 likeliest.</summary>
    public static string Write(LabelIssuesReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        LabelIssues issues = report.Issues;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{issues.Issues.Count} likely label errors among {issues.Predictions.Count} pictures; ");
        text.Append(
            CultureInfo.InvariantCulture, $"an estimated {issues.EstimatedErrors:F0} wrong in all; out-of-sample accuracy {100 * report.Accuracy:F2}%\n");
        foreach (LabelIssue issue in issues.Issues.Take(MostLines))
        {
            text.Append(CultureInfo.InvariantCulture, $"  #{issue.Index}  labelled {issue.Given}, looks like {issue.Suggested}, margin {issue.Margin:F3}");
            text.Append(issues.Predictions.Set.Source(issue.Index) is { } source ? $"  {source}\n" : "\n");
        }

        if (issues.Issues.Count > MostLines)
        {
            text.Append(CultureInfo.InvariantCulture, $"  and {issues.Issues.Count - MostLines} more\n");
        }

        return text.ToString();
    }
}
