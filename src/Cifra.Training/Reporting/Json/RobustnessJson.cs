using System.Text.Json;
using Cifra.Evaluation.Robustness;

namespace Cifra.Reporting.Json;

/// <summary>A robustness report in JSON: as a part of an evaluation, and of a model's card.</summary>
/// <remarks>
/// <c>robustness</c> is a list with an entry a corruption: <c>corruption</c>, <c>unit</c>, <c>meaning</c>, <c>seenBy</c>, <c>seenInTraining</c>, <c>mean</c>
/// and the five <c>points</c> (<c>strength</c>, <c>dial</c>, <c>images</c>, <c>correct</c>, <c>accuracy</c>, <c>interval95</c>). <c>robustnessSummary</c>
/// holds <c>picturePath</c>, <c>repaired</c>, <c>clean</c> (a point of strength 0), <c>unseen</c> and <c>all</c> (<c>corruptions</c>, <c>accuracy</c>, <c>interval95</c>).
/// </remarks>
public static class RobustnessJson
{
    /// <summary>Writes the two fields into an object that the caller has begun and ends.</summary>
    public static void WriteFields(Utf8JsonWriter json, RobustnessReport report)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        json.WriteStartArray("robustness");
        foreach (CorruptionCurve curve in report.Curves)
        {
            WriteCurve(json, curve);
        }

        json.WriteEndArray();
        json.WriteStartObject("robustnessSummary");
        json.WriteBoolean("picturePath", report.PicturePath);
        json.WriteBoolean("repaired", report.Repaired);
        json.WritePropertyName("clean");
        WritePoint(json, report.Clean);
        WriteMean(json, "unseen", report.Unseen);
        WriteMean(json, "all", report.All);
        json.WriteEndObject();
    }

    /// <summary>Reads the two fields back; null where the document has none.</summary>
    /// <param name="document">The whole document.</param>
    /// <param name="file">What to call it in messages.</param>
    /// <exception cref="InvalidDataException">The fields are not as <see cref="WriteFields"/> writes them.</exception>
    public static RobustnessReport? Read(JsonElement document, string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("robustness", out JsonElement curves))
        {
            return null;
        }

        try
        {
            JsonElement summary = document.GetProperty("robustnessSummary");
            return new RobustnessReport
            {
                PicturePath = summary.GetProperty("picturePath").GetBoolean(),
                Repaired = summary.TryGetProperty("repaired", out JsonElement repaired) && repaired.GetBoolean(),
                Clean = ReadPoint(summary.GetProperty("clean")),
                Curves = [.. curves.EnumerateArray().Select(ReadCurve)],
                Unseen = ReadMean(summary.GetProperty("unseen")),
                All = ReadMean(summary.GetProperty("all")) ?? throw new FormatException("'all' is null"),
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException or ArgumentException)
        {
            throw InvalidData.At(file, "robustness", "the fields that 'cifra evaluate --robustness --json' writes", e.Message);
        }
    }

    private static void WriteCurve(Utf8JsonWriter json, CorruptionCurve curve)
    {
        json.WriteStartObject();
        json.WriteString("corruption", curve.Corruption);
        json.WriteString("unit", curve.Unit);
        json.WriteString("meaning", curve.Meaning);
        json.WriteString("seenBy", JsonNamingPolicy.CamelCase.ConvertName(curve.SeenBy.ToString()));
        json.WriteBoolean("seenInTraining", curve.SeenInTraining);
        json.WriteNumber("mean", curve.Mean);
        json.WriteStartArray("points");
        foreach (CorruptionPoint point in curve.Points)
        {
            WritePoint(json, point);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, CorruptionPoint point)
    {
        json.WriteStartObject();
        json.WriteNumber("strength", point.Strength);
        json.WriteNumber("dial", point.Dial);
        json.WriteNumber("images", point.Images);
        json.WriteNumber("correct", point.Correct);
        json.WriteNumber("accuracy", point.Accuracy);
        WriteInterval(json, point.Interval95.Lower, point.Interval95.Upper);
        json.WriteEndObject();
    }

    private static void WriteMean(Utf8JsonWriter json, string name, RobustnessMean? mean)
    {
        if (mean is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("corruptions", mean.Corruptions);
        json.WriteNumber("accuracy", mean.Accuracy);
        WriteInterval(json, mean.Lower, mean.Upper);
        json.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter json, double lower, double upper)
    {
        json.WriteStartArray("interval95");
        json.WriteNumberValue(lower);
        json.WriteNumberValue(upper);
        json.WriteEndArray();
    }

    private static CorruptionCurve ReadCurve(JsonElement json)
    {
        CorruptionPoint[] points = [.. json.GetProperty("points").EnumerateArray().Select(ReadPoint)];
        return new CorruptionCurve(
            Text(json, "corruption"),
            Text(json, "unit"),
            Text(json, "meaning"),
            Enum.Parse<SeenBy>(Text(json, "seenBy"), ignoreCase: true),
            json.GetProperty("seenInTraining").GetBoolean(),
            points.Length > 0 ? points : throw new FormatException("a corruption without points"));
    }

    // Accuracy and interval follow from the counts, and are not read.
    private static CorruptionPoint ReadPoint(JsonElement json)
    {
        var point = new CorruptionPoint(
            json.GetProperty("strength").GetInt32(),
            json.GetProperty("dial").GetDouble(),
            json.GetProperty("images").GetInt32(),
            json.GetProperty("correct").GetInt32());
        return point.Images >= 1 && point.Correct >= 0 && point.Correct <= point.Images
            ? point
            : throw new FormatException($"{point.Correct} of {point.Images} pictures read right");
    }

    private static RobustnessMean? ReadMean(JsonElement json) => json.ValueKind == JsonValueKind.Null
        ? null
        : new RobustnessMean(
            json.GetProperty("corruptions").GetInt32(),
            json.GetProperty("accuracy").GetDouble(),
            json.GetProperty("interval95")[0].GetDouble(),
            json.GetProperty("interval95")[1].GetDouble());

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");
}
