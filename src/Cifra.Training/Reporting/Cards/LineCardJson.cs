using System.Text.Json;
using Cifra.Evaluation.Lines;
using Cifra.Network;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Lines;

namespace Cifra.Reporting.Cards;

/// <summary>The fields of a line network's card that differ from those of a digit network's.</summary>
/// <remarks>
/// <c>kind</c> is "lines" or "plates". <c>evaluation</c> counts lines and characters, <c>confidence</c> has the fitted weights, and the worst
/// <c>failures</c> have texts
/// instead of pictures.
/// </remarks>
internal static class LineCardJson
{
    private const int MostFailures = 30;

    public static void Write(Utf8JsonWriter json, LineCardContent content)
    {
        json.WriteNumber("schemaVersion", ModelCardJson.SchemaVersion);
        json.WriteString("name", content.Name);
        json.WriteString("kind", content.Evaluation.IsPlates ? "plates" : "lines");
        json.WriteString("command", content.Command);
        WriteNetwork(json, content.Classifier);
        ModelCardJson.WriteTraining(json, content.Classifier.Card);
        WriteEvaluation(json, content.Evaluation);
        WriteConfidence(json, content.Classifier.Card);
        WritePromises(json, content);
        ModelCardJson.WriteSpeed(json, content.Speed);
        WriteFailures(json, content.Evaluation);
    }

    private static void WriteNetwork(Utf8JsonWriter json, LineClassifier classifier)
    {
        json.WriteStartObject("network");
        json.WriteString("hash", classifier.Hash);
        json.WriteNumber("bytes", classifier.FileBytes);
        json.WriteNumber("networks", classifier.Networks.Count);
        json.WriteNumber("parameters", classifier.Networks.Sum(network => NetworkSummary.Rows(network).Sum(row => row.Parameters)));
        json.WriteNumber("megaFlops", classifier.Networks.Sum(network => network.Flops) / 1e6);
        json.WriteNumber("width", classifier.Networks[0].Input.Width);
        json.WriteString("symbols", classifier.Symbols);
        json.WriteEndObject();
    }

    private static void WriteEvaluation(Utf8JsonWriter json, LineReport report)
    {
        json.WriteStartObject("evaluation");
        json.WriteString("data", report.Data);
        json.WriteNumber("lines", report.Count);
        json.WriteNumber("correct", report.Correct);
        json.WriteNumber("accuracy", report.Accuracy);
        ModelCardJson.WriteInterval(json, report.Interval95);
        json.WriteNumber("characters", report.Characters);
        json.WriteNumber("characterErrors", report.CharacterErrors);
        json.WriteNumber("characterErrorRate", report.Characters == 0 ? 0 : (double)report.CharacterErrors / report.Characters);
        json.WriteEndObject();
    }

    private static void WriteConfidence(Utf8JsonWriter json, ModelCard card)
    {
        if (card.Confidence is { } weights)
        {
            json.WriteStartObject("confidence");
            foreach ((string evidence, double weight) in weights)
            {
                json.WriteNumber(evidence, weight);
            }

            json.WriteEndObject();
        }
    }

    private static void WritePromises(Utf8JsonWriter json, LineCardContent content)
    {
        if (content.Classifier.Card is not { HeldOut: not null, Confidence: not null })
        {
            return;
        }

        json.WriteStartArray("promises");
        foreach (double rate in ModelCardJson.LineRates)
        {
            // As the reader makes it: what is promised here is what 'cifra read --max-error' promises.
            SelectiveRiskThreshold promise = new NumberReader(Pretrained.Field, content.Classifier, ReadingOptions.Default with { MaxError = rate }).Threshold!;
            (int accepted, int errors) = content.Evaluation.Accepted(promise);
            ModelCardJson.WritePromise(json, promise, content.Evaluation.Count, accepted, errors);
        }

        json.WriteEndArray();
    }

    private static void WriteFailures(Utf8JsonWriter json, LineReport report)
    {
        json.WriteStartObject("failures");
        json.WriteNumber("count", report.Count - report.Correct);
        json.WriteStartArray("worst");
        foreach (ComposedLine line in report.Errors.Take(MostFailures))
        {
            json.WriteStartObject();
            json.WriteString("true", line.Truth);
            json.WriteString("read", line.Read);
            if (line.Confidence is { } confidence)
            {
                json.WriteNumber("confidence", confidence);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
