using System.Text.Json;
using Cifra.Evaluation;

namespace Cifra.Reporting.Json;

/// <summary>Likely label errors for machines: one JSON document.</summary>
/// <remarks>
/// <c>schemaVersion</c>, <c>data</c>, <c>recipe</c>, <c>folds</c>, <c>images</c>, <c>accuracy</c> (out of sample), <c>estimatedErrors</c>,
/// <c>thresholds</c> (ten,
/// null for a class without pictures), <c>confidentJoint</c> (10 rows of the given label), <c>issues</c> (likeliest first; each with <c>index</c>,
/// <c>given</c>, <c>suggested</c>, <c>margin</c>, <c>probabilities</c> and, for pictures from files, <c>file</c>).
/// </remarks>
public static class LabelIssuesJson
{
    private const int Decimals = 6;

    /// <summary>The document as UTF-8, on one line, without a line end.</summary>
    public static byte[] Write(LabelIssuesReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        LabelIssues issues = report.Issues;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", EvaluationJson.SchemaVersion);
            json.WriteString("data", report.Data);
            json.WriteString("recipe", report.Recipe);
            json.WriteNumber("folds", report.Folds);
            json.WriteNumber("images", issues.Predictions.Count);
            json.WriteNumber("accuracy", report.Accuracy);
            json.WriteNumber("estimatedErrors", issues.EstimatedErrors);
            WriteThresholds(json, issues);
            WriteJoint(json, issues);
            json.WriteStartArray("issues");
            foreach (LabelIssue issue in issues.Issues)
            {
                WriteIssue(json, issues.Predictions, issue);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteThresholds(Utf8JsonWriter json, LabelIssues issues)
    {
        json.WriteStartArray("thresholds");
        foreach (double? threshold in issues.Thresholds)
        {
            if (threshold is { } value)
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteJoint(Utf8JsonWriter json, LabelIssues issues)
    {
        json.WriteStartArray("confidentJoint");
        for (int given = 0; given < Predictions.Classes; given++)
        {
            json.WriteStartArray();
            for (int confident = 0; confident < Predictions.Classes; confident++)
            {
                json.WriteNumberValue(issues.Joint(given, confident));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteIssue(Utf8JsonWriter json, Predictions predictions, LabelIssue issue)
    {
        json.WriteStartObject();
        json.WriteNumber("index", issue.Index);
        json.WriteNumber("given", issue.Given);
        json.WriteNumber("suggested", issue.Suggested);
        json.WriteNumber("margin", Math.Round(issue.Margin, Decimals));
        json.WriteStartArray("probabilities");
        foreach (float probability in predictions.Probabilities(issue.Index))
        {
            json.WriteNumberValue(Math.Round((double)probability, Decimals));
        }

        json.WriteEndArray();
        if (predictions.Set.Source(issue.Index) is { } source)
        {
            json.WriteString("file", source);
        }

        json.WriteEndObject();
    }
}
