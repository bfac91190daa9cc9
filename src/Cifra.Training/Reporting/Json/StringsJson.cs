using System.Globalization;
using System.Text.Json;
using Cifra.Evaluation.Strings;
using Cifra.Numerics;

namespace Cifra.Reporting.Json;

/// <summary>A measured reader of numbers for machines: one JSON document.</summary>
/// <remarks>
/// <c>schemaVersion</c>, <c>images</c>, <c>exact</c>, <c>exactRate</c>, <c>characterErrorRate</c> (null where the truth has no character), <c>unsure</c>,
/// <c>readRateAtError</c>, <c>failed</c>, <c>seconds</c>; then <c>model</c>, <c>data</c>, <c>interval95</c> (of <c>exactRate</c>), where the truth has
/// boxes <c>located</c> and <c>found</c>, <c>whollyRight</c>,
/// <c>accepted</c>, <c>acceptedErrors</c>, <c>characters</c>, <c>insertions</c>, <c>deletions</c>, <c>substitutions</c>, <c>kinds</c>,
/// <c>refusedByKind</c>, <c>errorReject</c>, of grids
/// <c>cells</c>, with a rate asked for <c>refusal</c>, and <c>results</c>, a picture each.
/// </remarks>
public static class StringsJson
{
    private const int Decimals = 6;

    /// <summary>The rates that the share read is always told at.</summary>
    internal static IReadOnlyList<double> UsualRates { get; } = [0.01, 0.001];

    /// <summary>The document as UTF-8, on one line, without a line end.</summary>
    public static byte[] Write(StringReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", EvaluationJson.SchemaVersion);
            WriteFigures(json, report);
            WriteCharacters(json, report);
            WriteKinds(json, report);
            WriteCells(json, report.Cells);
            RefusalJson.WriteCurve(json, report.ErrorReject);
            WriteRefusal(json, report);
            json.WriteStartArray("results");
            foreach (StringScore score in report.Scores)
            {
                WriteResult(json, score);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>A kind of failure as a word for machines.</summary>
    internal static string Name(StringFailure failure) => failure switch
    {
        StringFailure.None => "none",
        StringFailure.WrongGrouping => "wrong-grouping",
        StringFailure.Substituted => "substituted",
        StringFailure.TooManyDigits => "too-many-digits",
        StringFailure.MissingDigits => "missing-digits",
        StringFailure.Several => "several",
        StringFailure.NothingRead => "nothing-read",
        _ => "unreadable",
    };

    private static void WriteCells(Utf8JsonWriter json, CellReport? cells)
    {
        if (cells is null)
        {
            return;
        }

        json.WriteStartObject("cells");
        json.WriteNumber("cells", cells.Cells);
        json.WriteNumber("right", cells.Right);
        json.WriteNumber("digits", cells.Digits);
        json.WriteNumber("digitsRight", cells.DigitsRight);
        json.WriteNumber("digitsMissed", cells.DigitsMissed);
        json.WriteNumber("empty", cells.Empty);
        json.WriteNumber("emptyRight", cells.EmptyRight);
        json.WriteNumber("crowded", cells.Crowded);
        json.WriteNumber("crowdedRight", cells.CrowdedRight);
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, StringReport report)
    {
        json.WriteNumber("images", report.Images);
        json.WriteNumber("exact", report.Exact);
        json.WriteNumber("exactRate", report.ExactRate);
        if (report.CharacterErrorRate is { } rate)
        {
            json.WriteNumber("characterErrorRate", rate);
        }
        else
        {
            json.WriteNull("characterErrorRate");
        }

        json.WriteNumber("unsure", report.Unsure);
        json.WriteStartObject("readRateAtError");
        foreach (double maxError in UsualRates.Concat(report.MaxError is { } asked ? [asked] : []).Distinct())
        {
            json.WriteNumber(Figures.Plain(maxError), report.ReadRateAt(maxError).Share);
        }

        json.WriteEndObject();
        json.WriteNumber("failed", report.Failed);
        json.WriteNumber("seconds", Math.Round(report.Seconds, 3));
        json.WriteString("model", report.Model);
        if (report.LineModel is { } lines)
        {
            json.WriteString("lines", lines);
        }

        json.WriteString("data", report.Data);
        json.WriteStartArray("interval95");
        json.WriteNumberValue(report.Interval95.Lower);
        json.WriteNumberValue(report.Interval95.Upper);
        json.WriteEndArray();
        if (report.Located > 0)
        {
            json.WriteNumber("located", report.Located);
            json.WriteNumber("found", report.Found);
        }

        json.WriteNumber("whollyRight", report.WhollyRight);
        json.WriteNumber("accepted", report.Accepted);
        json.WriteNumber("acceptedErrors", report.AcceptedErrors);
    }

    private static void WriteCharacters(Utf8JsonWriter json, StringReport report)
    {
        json.WriteNumber("characters", report.TrueCharacters);
        json.WriteNumber("insertions", report.Insertions);
        json.WriteNumber("deletions", report.Deletions);
        json.WriteStartArray("substitutions");
        foreach (SubstitutedPair pair in report.Substitutions)
        {
            json.WriteStartObject();
            json.WriteString("true", pair.True.ToString(CultureInfo.InvariantCulture));
            json.WriteString("read", pair.Read.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("count", pair.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteKinds(Utf8JsonWriter json, StringReport report)
    {
        json.WriteStartObject("kinds");
        foreach (StringFailure failure in Enum.GetValues<StringFailure>().Where(failure => failure != StringFailure.None))
        {
            json.WriteNumber(Name(failure), report.Count(failure));
        }

        json.WriteEndObject();
        json.WriteStartObject("refusedByKind");
        foreach (StringFailure failure in Enum.GetValues<StringFailure>().Where(failure => failure != StringFailure.Unreadable))
        {
            json.WriteNumber(Name(failure), report.CountRefused(failure));
        }

        json.WriteEndObject();
    }

    private static void WriteRefusal(Utf8JsonWriter json, StringReport report)
    {
        if (report.MaxError is { } maxError)
        {
            json.WriteStartObject("refusal");
            json.WriteNumber("maxError", maxError);
            json.WriteNumber("coverage", (double)report.Accepted / report.Images);
            json.WriteNumber("errors", report.AcceptedErrors);
            json.WriteNumber("errorUpper95", ClopperPearson.Upper95(report.AcceptedErrors, report.Accepted));
            json.WriteNumber("accepted", report.Accepted);
            json.WriteEndObject();
        }
    }

    private static void WriteResult(Utf8JsonWriter json, StringScore score)
    {
        json.WriteStartObject();
        json.WriteString("file", score.Truth.File);
        json.WriteString("truth", score.Truth.Text);
        if (score.Answer is { } answer)
        {
            json.WriteString("read", answer.Text);
            json.WriteNumber("confidence", Math.Round(answer.Confidence, Decimals));
            json.WriteString("decision", answer.Accepted ? "accept" : "unsure");
        }
        else
        {
            json.WriteString("error", score.Error);
        }

        if (score.Overlap is { } overlap)
        {
            json.WriteNumber("overlap", Math.Round(overlap, Decimals));
        }

        json.WriteBoolean("exact", score.IsExact);
        json.WriteString("kind", Name(score.Failure));
        json.WriteEndObject();
    }
}
