using System.Globalization;
using System.Text.Json;
using Cifra.Data.Mnist;
using Cifra.Evaluation;

namespace Cifra.Reporting;

/// <summary>The accuracy on corrected labels, as every report shows it where there is one.</summary>
internal static class CorrectedFigures
{
    /// <summary>A line of text with its end; empty where there is no such accuracy.</summary>
    public static string Line(CorrectedScore? score) => score is null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"corrected {Figures.Fixed(100 * score.Accuracy, 2)}% ({score.Correct} of {score.Images}: {score.Relabelled} labels corrected, "
        + $"{score.LeftOut} pictures of no agreed digit left out; {CorrectedLabels.Source})\n");

    /// <summary>The field <c>corrected</c>, where there is such an accuracy.</summary>
    public static void Write(Utf8JsonWriter json, CorrectedScore? score)
    {
        if (score is null)
        {
            return;
        }

        json.WriteStartObject("corrected");
        json.WriteNumber("images", score.Images);
        json.WriteNumber("correct", score.Correct);
        json.WriteNumber("accuracy", score.Accuracy);
        json.WriteStartArray("interval95");
        json.WriteNumberValue(score.Interval95.Lower);
        json.WriteNumberValue(score.Interval95.Upper);
        json.WriteEndArray();
        json.WriteNumber("relabelled", score.Relabelled);
        json.WriteNumber("leftOut", score.LeftOut);
        json.WriteString("source", CorrectedLabels.Source);
        json.WriteEndObject();
    }
}
