using System.Text.Json;
using Cifra.Evaluation;
using Cifra.Evaluation.Errors;

namespace Cifra.Reporting.Json;

/// <summary>The fields of an evaluation that only some have: test-time augmentation, and the closer look at its errors.</summary>
internal static class StudyJson
{
    public static void WriteFields(Utf8JsonWriter json, EvaluationReport report)
    {
        if (report.Augmentation is { } augmentation)
        {
            json.WriteBoolean("tta", true);
            json.WriteNumber("views", augmentation.Views);
            json.WriteStartObject("withoutTta");
            json.WriteNumber("correct", augmentation.CorrectWithout);
            json.WriteNumber("accuracy", (double)augmentation.CorrectWithout / report.Images);
            json.WriteEndObject();
        }

        if (report.Study is { } study)
        {
            WriteErrors(json, study);
        }
    }

    private static void WriteErrors(Utf8JsonWriter json, ErrorStudy study)
    {
        json.WriteStartArray("errors");
        foreach (StudiedError error in study.Errors)
        {
            json.WriteStartObject();
            json.WriteNumber("index", error.Image.Index);
            json.WriteNumber("true", error.Image.True);
            json.WriteNumber("read", error.Image.Read);
            json.WriteNumber("confidence", error.Confidence);
            json.WriteNumber("moves", error.Moves);
            json.WriteNumber("rightMoves", error.RightMoves);
            json.WriteString("kind", error.IsFragile ? "fragile" : "firm");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
