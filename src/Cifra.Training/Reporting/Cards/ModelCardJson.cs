using System.Text.Encodings.Web;
using System.Text.Json;
using Cifra.Evaluation;
using Cifra.Evaluation.Refusals;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Numerics;
using Cifra.Reading;
using Cifra.Reporting.Json;
using Cifra.Training;

namespace Cifra.Reporting.Cards;

/// <summary>A model's card for machines: all that the readable card says, which <see cref="ModelCardText"/> makes of this alone.</summary>
/// <remarks>
/// <c>name</c>, <c>network</c> (hash, size, parameters, MFLOP), <c>training</c> (data, recipe with every setting, seed, command), <c>evaluation</c>,
/// <c>promises</c> and <c>nonDigits</c> where the network's file holds what they are made from, <c>robustness</c> and <c>robustnessSummary</c>
/// (<see cref="RobustnessJson"/>), <c>speed</c>, <c>failures</c>, <c>changes</c> since an older card.
/// </remarks>
public static class ModelCardJson
{
    /// <summary>Counts up when a field is removed or changes its meaning; new fields do not change it.</summary>
    public const int SchemaVersion = 1;

    private const int MostFailures = 100;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly double[] Rates = [0.01, 0.005, 0.002, 0.001, 0.0005];

    /// <summary>Error rates that the card of line networks tells of.</summary>
    internal static ReadOnlySpan<double> LineRates => [0.05, 0.02, 0.01, 0.005];

    /// <summary>The card as UTF-8, ended by a line feed.</summary>
    /// <param name="content">What it is made of.</param>
    /// <param name="before">The card that it takes the place of; null where there is none.</param>
    /// <exception cref="InvalidDataException">The older card is none.</exception>
    public static byte[] Write(ModelCardContent content, JsonElement? before = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Write(json => WriteContent(json, content), before);
    }

    /// <summary>The card of line networks as UTF-8, ended by a line feed.</summary>
    /// <param name="content">What it is made of.</param>
    /// <param name="before">The card that it takes the place of; null where there is none.</param>
    /// <exception cref="InvalidDataException">The older card is none.</exception>
    public static byte[] Write(LineCardContent content, JsonElement? before = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Write(json => LineCardJson.Write(json, content), before);
    }

    private static byte[] Write(Action<Utf8JsonWriter> fields, JsonElement? before)
    {
        byte[] card = Write(fields);
        if (before is { } old)
        {
            using var document = JsonDocument.Parse(card);
            card = Write(json =>
            {
                fields(json);
                CardChange.Write(json, old, document.RootElement);
            });
        }

        return [.. card, (byte)'\n'];
    }

    private static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteContent(Utf8JsonWriter json, ModelCardContent content)
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("name", content.Name);
        json.WriteString("command", content.Command);
        WriteNetwork(json, content.Classifier);
        WriteTraining(json, content.Classifier.Card);
        WriteEvaluation(json, content.Evaluation);
        WritePromises(json, content);
        WriteNonDigits(json, content);
        if (content.Evaluation.Robustness is { } robustness)
        {
            RobustnessJson.WriteFields(json, robustness);
        }

        WriteSpeed(json, content.Speed);
        WriteFailures(json, content);
    }

    private static void WriteNetwork(Utf8JsonWriter json, DigitClassifier classifier)
    {
        json.WriteStartObject("network");
        json.WriteString("hash", classifier.Hash);
        json.WriteNumber("bytes", classifier.FileBytes);
        json.WriteNumber("networks", classifier.Networks.Count);
        json.WriteNumber("parameters", classifier.Networks.Sum(network => NetworkSummary.Rows(network).Sum(row => row.Parameters)));
        json.WriteNumber("megaFlops", classifier.Networks.Sum(network => network.Flops) / 1e6);
        json.WriteBoolean("knowsNonDigits", classifier.KnowsNonDigits);
        json.WriteEndObject();
    }

    internal static void WriteTraining(Utf8JsonWriter json, ModelCard card)
    {
        json.WriteStartObject("training");
        json.WriteString("data", card.Data);
        json.WriteString("dataDigest", card.DataDigest);
        json.WriteNumber("trainImages", card.TrainImages);
        json.WriteNumber("validationImages", card.ValidationImages);
        json.WriteString("recipe", card.Recipe);
        json.WriteString("teacher", card.Teacher);
        json.WriteNumber("seed", card.Seed);
        json.WriteString("command", card.Command);
        json.WriteNumber("epochs", card.History.Count);
        json.WriteNumber("seconds", card.History.Sum(epoch => epoch.Seconds));
        json.WriteStartArray("settings");
        foreach (Recipe recipe in RecipesOf(card.Recipe))
        {
            JsonSerializer.Serialize(json, recipe, TrainingJson.Default.Recipe);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<Recipe> RecipesOf(string name) => Recipes.Ensembles.TryGetValue(name, out EnsembleRecipe? ensemble)
        ? ensemble.Members.Select(member => Recipes.All[member.Recipe])
        : Recipes.All.TryGetValue(name, out Recipe? recipe) ? [recipe] : [];

    private static void WriteEvaluation(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartObject("evaluation");
        json.WriteString("data", report.Data);
        json.WriteNumber("images", report.Images);
        json.WriteNumber("correct", report.Correct);
        json.WriteNumber("accuracy", report.Accuracy);
        WriteInterval(json, report.Interval95);
        json.WriteNumber("loss", report.Loss);
        json.WriteNumber("ece", report.Calibration.ExpectedError);
        json.WriteEndObject();
    }

    // A list of rates, each with the threshold found on held-out pictures and what it did on the evaluated ones.
    private static void WritePromises(Utf8JsonWriter json, ModelCardContent content)
    {
        if (content.Classifier.Card.HeldOut is not { } scores)
        {
            return;
        }

        json.WriteStartArray("promises");
        foreach (double rate in Rates)
        {
            var refusal = Refusal.Of(SelectiveRiskThreshold.Of(scores, rate), content.Evaluation.Predictions);
            WritePromise(json, refusal.Promise, refusal.Images, refusal.Accepted, refusal.Errors);
        }

        json.WriteEndArray();
    }

    internal static void WritePromise(Utf8JsonWriter json, SelectiveRiskThreshold promise, int images, int accepted, int errors)
    {
        json.WriteStartObject();
        json.WriteNumber("maxError", promise.MaxError);
        json.WriteBoolean("promised", promise.Threshold is not null);
        if (promise.Threshold is { } threshold)
        {
            json.WriteNumber("threshold", threshold);
            json.WriteNumber("heldOutImages", promise.Pictures);
            json.WriteNumber("heldOutErrorUpper95", promise.ErrorUpper95);
            json.WriteNumber("images", images);
            json.WriteNumber("coverage", (double)accepted / images);
            json.WriteNumber("errors", errors);
            json.WriteNumber("errorUpper95", ClopperPearson.Upper95(errors, accepted));
        }
        else
        {
            json.WriteString("reason", promise.Refusal);
        }

        json.WriteEndObject();
    }

    private static void WriteNonDigits(Utf8JsonWriter json, ModelCardContent content)
    {
        if (content.Evaluation.NonDigits is not { } nonDigits)
        {
            return;
        }

        json.WriteStartObject("nonDigits");
        json.WriteNumber("threshold", nonDigits.Threshold);
        json.WriteNumber("digitsRefused", nonDigits.DigitsRefused);
        json.WriteNumber("refused", nonDigits.Refused(trained: true));
        json.WriteNumber("refusedUnseen", nonDigits.Refused(trained: false));
        json.WriteStartArray("families");
        foreach (NonDigitScore score in nonDigits.Families)
        {
            json.WriteStartObject();
            json.WriteString("family", score.Name);
            json.WriteBoolean("seenInTraining", score.Trained);
            json.WriteNumber("images", score.Pictures);
            json.WriteNumber("refused", score.Refused);
            json.WriteNumber("rate", score.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteSpeed(Utf8JsonWriter json, ModelSpeed? speed)
    {
        if (speed is not null)
        {
            json.WriteStartObject("speed");
            json.WriteNumber("imagesPerSecond", speed.ImagesPerSecond);
            json.WriteNumber("latencyMicroseconds", speed.LatencyMicroseconds);
            json.WriteString("machine", speed.Machine);
            json.WriteEndObject();
        }
    }

    private static void WriteFailures(Utf8JsonWriter json, ModelCardContent content)
    {
        EvaluationReport report = content.Evaluation;
        json.WriteStartObject("failures");
        json.WriteNumber("count", report.Errors.Count);
        json.WriteString("sheet", report.Errors.Count > 0 ? $"{content.Name}-errors.png" : null);
        json.WriteStartArray("worst");
        foreach (RankedImage error in report.Errors.Take(MostFailures))
        {
            json.WriteStartObject();
            json.WriteNumber("index", error.Index);
            json.WriteNumber("true", error.True);
            json.WriteNumber("read", error.Read);
            json.WriteNumber("confidence", report.Predictions.Confidence(error.Index));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteInterval(Utf8JsonWriter json, WilsonInterval interval)
    {
        json.WriteStartArray("interval95");
        json.WriteNumberValue(interval.Lower);
        json.WriteNumberValue(interval.Upper);
        json.WriteEndArray();
    }
}
