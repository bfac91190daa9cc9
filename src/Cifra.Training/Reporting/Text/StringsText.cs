using System.Globalization;
using System.Text;
using Cifra.Evaluation.Strings;
using Cifra.Reporting.Json;

namespace Cifra.Reporting.Text;

/// <summary>A measured reader of numbers as plain text.</summary>
public static class StringsText
{
    private const int MostPairs = 8;
    private const int MostFailures = 20;

    /// <summary>The figures, the kinds of failure, and the 20 wrong readings that were surest.</summary>
    public static string Write(StringReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"exact {100 * report.ExactRate:F2}%  ({report.Exact} of {report.Images} pictures; 95 % interval ");
        text.Append(CultureInfo.InvariantCulture, $"{100 * report.Interval95.Lower:F2} to {100 * report.Interval95.Upper:F2}%)\n");
        text.Append(CultureInfo.InvariantCulture, $"lines and groups right too: {report.WhollyRight}\n");
        if (report.Located > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"found {report.Found} of {report.Located} where they stand (half or more of both boxes in common)\n");
        }

        if (report.CharacterErrorRate is { } rate)
        {
            text.Append(CultureInfo.InvariantCulture, $"character error rate {100 * rate:F2}%  ({report.TrueCharacters} characters; ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"{report.Substitutions.Sum(pair => pair.Count)} read as another, {report.Deletions} missing, {report.Insertions} too many)\n");
        }

        if (report.Cells is { Cells: > 0 } cells)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"cells right {100.0 * cells.Right / cells.Cells:F2}%  ({cells.Right} of {cells.Cells}: digits {cells.DigitsRight} of {cells.Digits}, "
                + $"{cells.DigitsMissed} called empty; ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"empty {cells.EmptyRight} of {cells.Empty}; several small digits, none read, {cells.CrowdedRight} of {cells.Crowded})\n");
        }

        foreach (double maxError in StringsJson.UsualRates.Concat(report.MaxError is { } asked ? [asked] : []).Distinct())
        {
            ReadRate read = report.ReadRateAt(maxError);
            text.Append(
                CultureInfo.InvariantCulture,
                $"read at {100 * maxError:0.####}% error: {100 * read.Share:F2}%  ({read.Accepted} accepted, {read.Errors} wrong)\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"accepted {report.Accepted} ({report.AcceptedErrors} wrong), unsure {report.Unsure}, failed {report.Failed}, {report.Seconds:F1} s\n");
        AppendKinds(text, report);
        AppendSurest(text, report);
        return text.ToString();
    }

    /// <summary>A kind of failure in words.</summary>
    internal static string Name(StringFailure failure) => failure switch
    {
        StringFailure.None => "right",
        StringFailure.WrongGrouping => "wrong groups or lines",
        StringFailure.Substituted => "read as another",
        StringFailure.TooManyDigits => "too many",
        StringFailure.MissingDigits => "missing",
        StringFailure.Several => "several faults",
        StringFailure.NothingRead => "nothing read",
        _ => "no picture",
    };

    /// <summary>The failures, those read with the most confidence first.</summary>
    internal static IEnumerable<StringScore> SurestFirst(StringReport report) =>
        report.Scores.Where(score => !score.IsWhollyRight && score.Error is null)
            .OrderBy(score => score.IsExact)
            .ThenByDescending(score => score.Answer!.Confidence);

    private static void AppendKinds(StringBuilder text, StringReport report)
    {
        (StringFailure Kind, int Count)[] kinds =
        [
            .. Enum.GetValues<StringFailure>().Where(kind => kind != StringFailure.None)
                .Select(kind => (kind, report.Count(kind))).Where(kind => kind.Item2 > 0),
        ];
        if (kinds.Length > 0)
        {
            text.Append("not wholly right: ")
                .AppendJoin(", ", kinds.OrderByDescending(kind => kind.Count).Select(kind => $"{kind.Count} {Name(kind.Kind)}"))
                .Append('\n');
        }

        if (report.Substitutions.Count > 0)
        {
            text.Append("most confused: ")
                .AppendJoin(", ", report.Substitutions.Take(MostPairs).Select(pair => $"{pair.True} read as {pair.Read} ({pair.Count})"))
                .Append('\n');
        }
    }

    private static void AppendSurest(StringBuilder text, StringReport report)
    {
        StringScore[] wrong = [.. SurestFirst(report)];
        foreach (StringScore score in wrong.Take(MostFailures))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {score.Truth.File}: {score.Truth.Text}, read {(score.HasText ? score.Answer!.Text : "nothing")}");
            text.Append(CultureInfo.InvariantCulture, $"  confidence {score.Answer!.Confidence:F3}  {Name(score.Failure)}\n");
        }

        if (wrong.Length > MostFailures)
        {
            text.Append(CultureInfo.InvariantCulture, $"  and {wrong.Length - MostFailures} more\n");
        }
    }
}
