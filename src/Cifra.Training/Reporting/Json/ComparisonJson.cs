using System.Text.Json;
using Cifra.Evaluation.Comparison;
using Cifra.Numerics;

namespace Cifra.Reporting.Json;

/// <summary>A comparison of two networks for machines: one JSON document.</summary>
/// <remarks>
/// <c>schemaVersion</c>, <c>data</c>, <c>images</c>, <c>first</c> and <c>second</c> (each with <c>name</c>, <c>model</c>, <c>correct</c>, <c>accuracy</c>,
/// <c>interval95</c>, <c>parameters</c>, <c>bytes</c>, <c>megaFlops</c>, <c>imagesPerSecond</c>), <c>bothRight</c>, <c>bothWrong</c>, <c>difference</c> (of
/// accuracy, second less first), <c>differenceInterval95</c>, <c>pValue</c> (McNemar's exact test), <c>verdict</c>, <c>onlyFirst</c> and
/// <c>onlySecond</c> (the pictures that just that one reads right).
/// </remarks>
public static class ComparisonJson
{
    /// <summary>The document as UTF-8, on one line, without a line end.</summary>
    public static byte[] Write(ComparisonReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ModelComparison comparison = report.Comparison;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", EvaluationJson.SchemaVersion);
            json.WriteString("data", report.Data);
            json.WriteNumber("images", comparison.Images);
            WriteModel(json, "first", report.First, comparison.FirstCorrect, comparison.Images);
            WriteModel(json, "second", report.Second, comparison.SecondCorrect, comparison.Images);
            json.WriteNumber("bothRight", comparison.BothRight);
            json.WriteNumber("bothWrong", comparison.BothWrong);
            json.WriteNumber("difference", comparison.Difference);
            WriteInterval(json, "differenceInterval95", comparison.Interval95.Lower, comparison.Interval95.Upper);
            json.WriteNumber("pValue", comparison.PValue);
            json.WriteString("verdict", report.Verdict);
            WriteFlips(json, "onlyFirst", comparison.OnlyFirst);
            WriteFlips(json, "onlySecond", comparison.OnlySecond);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteModel(Utf8JsonWriter json, string field, ComparedModel model, int correct, int images)
    {
        var interval = WilsonInterval.At95(correct, images);
        json.WriteStartObject(field);
        json.WriteString("name", model.Name);
        json.WriteString("model", model.Hash);
        json.WriteNumber("correct", correct);
        json.WriteNumber("accuracy", (double)correct / images);
        WriteInterval(json, "interval95", interval.Lower, interval.Upper);
        json.WriteNumber("parameters", model.Parameters);
        json.WriteNumber("bytes", model.Bytes);
        json.WriteNumber("megaFlops", model.Flops / 1e6);
        json.WriteNumber("imagesPerSecond", model.Seconds > 0 ? Math.Round(images / model.Seconds, 1) : 0);
        json.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter json, string field, double lower, double upper)
    {
        json.WriteStartArray(field);
        json.WriteNumberValue(lower);
        json.WriteNumberValue(upper);
        json.WriteEndArray();
    }

    private static void WriteFlips(Utf8JsonWriter json, string field, IReadOnlyList<Flip> flips)
    {
        json.WriteStartArray(field);
        foreach (Flip flip in flips)
        {
            json.WriteStartObject();
            json.WriteNumber("index", flip.Index);
            json.WriteNumber("true", flip.True);
            json.WriteNumber("first", flip.First);
            json.WriteNumber("second", flip.Second);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
