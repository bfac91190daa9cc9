using System.Text.Json;
using Cifra.Evaluation;

namespace Cifra.Reporting.Json;

/// <summary>An evaluation for machines: one JSON document.</summary>
/// <remarks>
/// <c>schemaVersion</c>, <c>model</c>, <c>data</c>, <c>images</c>, <c>correct</c>, <c>accuracy</c>, <c>interval95</c>,
/// <c>confusion</c> (10 rows of true, 10 columns of read), <c>loss</c>, <c>ece</c>, <c>seconds</c>, <c>perClass</c>,
/// <c>macro</c>, <c>weighted</c>, <c>confusedPairs</c>, <c>topLosses</c> (the worst errors, at most 100), and what is refused: <c>errorReject</c>, where
/// asked for <c>refusal</c>, <c>refusals</c>, <c>nonDigits</c>;
/// <c>robustness</c> and <c>robustnessSummary</c> where that was measured (<see cref="RobustnessJson"/>); for MNIST's test part also <c>corrected</c>
/// (<see cref="CorrectedScore"/>); of an evaluation by
/// test-time augmentation <c>tta</c>, <c>views</c> and <c>withoutTta</c>; where damaged pictures were looked for <c>repair</c> (<see cref="RepairText"/>);
/// of digits that had been stretched to a square frame <c>squeezedTo</c>; of one whose errors were looked at <c>errors</c>, at most 100. A precision,
/// recall or F1 that is not defined is null.
/// </remarks>
public static class EvaluationJson
{
    /// <summary>Counts up when a field is removed or changes its meaning; new fields do not change it.</summary>
    public const int SchemaVersion = 1;

    private const int MostLosses = 100;

    /// <summary>The document as UTF-8, on one line, without a line end.</summary>
    public static byte[] Write(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteFields(json, report);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Writes the fields into an object that the caller has begun and ends, so that a face can add its own.</summary>
    public static void WriteFields(Utf8JsonWriter json, EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);

        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("model", report.Model);
        json.WriteString("data", report.Data);
        json.WriteNumber("images", report.Images);
        json.WriteNumber("correct", report.Correct);
        json.WriteNumber("accuracy", report.Accuracy);

        json.WriteStartArray("interval95");
        json.WriteNumberValue(report.Interval95.Lower);
        json.WriteNumberValue(report.Interval95.Upper);
        json.WriteEndArray();

        WriteConfusion(json, report.Confusion);
        json.WriteNumber("loss", report.Loss);
        json.WriteNumber("ece", report.Calibration.ExpectedError);
        json.WriteNumber("seconds", report.Seconds);
        CorrectedFigures.Write(json, report.Corrected);
        WriteClasses(json, report.Classes);
        WritePairs(json, report.Confusion);
        WriteLosses(json, report.Errors);
        RefusalJson.WriteFields(json, report);
        if (report.Robustness is { } robustness)
        {
            RobustnessJson.WriteFields(json, robustness);
        }

        RepairText.WriteField(json, report.Repair);
        if (report.Predictions.Set.SqueezedTo is { } width)
        {
            json.WriteNumber("squeezedTo", width);
        }

        StudyJson.WriteFields(json, report);
    }

    private static void WriteConfusion(Utf8JsonWriter json, ConfusionMatrix confusion)
    {
        json.WriteStartArray("confusion");
        for (int label = 0; label < Predictions.Classes; label++)
        {
            json.WriteStartArray();
            for (int read = 0; read < Predictions.Classes; read++)
            {
                json.WriteNumberValue(confusion[label, read]);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteClasses(Utf8JsonWriter json, ClassReport classes)
    {
        json.WriteStartArray("perClass");
        foreach (ClassScore score in classes.Classes)
        {
            json.WriteStartObject();
            json.WriteNumber("digit", score.Digit);
            WriteScores(json, score.Precision, score.Recall, score.F1);
            json.WriteNumber("support", score.Support);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        json.WriteStartObject("macro");
        WriteScores(json, classes.Macro.Precision, classes.Macro.Recall, classes.Macro.F1);
        json.WriteEndObject();

        json.WriteStartObject("weighted");
        WriteScores(json, classes.Weighted.Precision, classes.Weighted.Recall, classes.Weighted.F1);
        json.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter json, double? precision, double? recall, double? f1)
    {
        WriteScore(json, "precision", precision);
        WriteScore(json, "recall", recall);
        WriteScore(json, "f1", f1);
    }

    private static void WriteScore(Utf8JsonWriter json, string name, double? score)
    {
        if (score is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, score.Value);
        }
    }

    private static void WritePairs(Utf8JsonWriter json, ConfusionMatrix confusion)
    {
        json.WriteStartArray("confusedPairs");
        foreach (ConfusedPair pair in confusion.ConfusedPairs())
        {
            json.WriteStartObject();
            json.WriteNumber("true", pair.True);
            json.WriteNumber("read", pair.Read);
            json.WriteNumber("count", pair.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLosses(Utf8JsonWriter json, IReadOnlyList<RankedImage> errors)
    {
        json.WriteStartArray("topLosses");
        foreach (RankedImage error in errors.Take(MostLosses))
        {
            json.WriteStartObject();
            json.WriteNumber("index", error.Index);
            json.WriteNumber("true", error.True);
            json.WriteNumber("read", error.Read);
            json.WriteNumber("loss", error.Loss);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
