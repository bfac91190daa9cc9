using System.Text.Json;
using Cifra.Reporting;

namespace Cifra.Cli.Protocol;

/// <summary>The summary of several trainings for machines.</summary>
internal static class SeedsJson
{
    /// <summary>Writes the fields of one row into an object that the caller has begun and ends.</summary>
    public static void Write(Utf8JsonWriter json, SeedSummary summary)
    {
        SeedResult first = summary.First;
        json.WriteString("recipe", first.Card.Recipe);
        json.WriteString("data", first.Report.Data);
        json.WriteNumber("images", first.Report.Images);
        json.WriteNumber("parameters", first.Parameters);
        json.WriteNumber("flops", first.Flops);
        json.WriteNumber("epochs", first.Epochs);
        json.WriteNumber("teraFlops", summary.TeraFlops);
        json.WriteNumber("seconds", Math.Round(summary.Seconds, 3));
        WriteSpread(json, "lastEpoch", summary.LastEpoch);
        if (summary.OfViews is { } views)
        {
            WriteSpread(json, "nineViews", views);
        }

        WriteSelected(json, summary);
        if (summary.Corrected is { } corrected)
        {
            WriteSpread(json, "corrected", corrected);
        }

        WriteSpread(json, "loss", summary.Loss);
        WriteSpread(json, "ece", summary.CalibrationError);
        WriteSeeds(json, summary);
        WriteMisread(json, summary);
    }

    private static void WriteSpread(Utf8JsonWriter json, string name, Spread spread)
    {
        json.WriteStartObject(name);
        json.WriteNumber("mean", spread.Mean);
        if (spread.Deviation is { } deviation)
        {
            json.WriteNumber("deviation", deviation);
        }

        json.WriteEndObject();
    }

    private static void WriteSelected(Utf8JsonWriter json, SeedSummary summary)
    {
        json.WriteStartObject("selectedOnTest");
        if (summary.BestEpochMean is { } mean)
        {
            json.WriteNumber("bestEpochMean", mean);
        }

        json.WriteStartObject("bestSeed");
        json.WriteNumber("seed", summary.BestSeed.Card.Seed);
        json.WriteNumber("accuracy", summary.BestSeed.Report.Accuracy);
        json.WriteEndObject();
        if (summary.BestOfAll is { } best)
        {
            json.WriteStartObject("bestOfAll");
            json.WriteNumber("seed", best.Seed.Card.Seed);
            json.WriteNumber("epoch", best.Epoch.Epoch);
            json.WriteNumber("accuracy", best.Epoch.WatchedAccuracy!.Value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteSeeds(Utf8JsonWriter json, SeedSummary summary)
    {
        json.WriteStartArray("seeds");
        foreach (SeedResult seed in summary.Seeds)
        {
            json.WriteStartObject();
            json.WriteNumber("seed", seed.Card.Seed);
            json.WriteString("file", seed.File);
            json.WriteString("model", seed.Report.Model);
            json.WriteNumber("correct", seed.Report.Correct);
            json.WriteNumber("accuracy", seed.Report.Accuracy);
            if (seed.Report.Corrected is { } corrected)
            {
                json.WriteNumber("corrected", corrected.Accuracy);
            }

            json.WriteNumber("loss", seed.Report.Loss);
            json.WriteNumber("ece", seed.Report.Calibration.ExpectedError);
            json.WriteNumber("seconds", Math.Round(seed.Seconds, 3));
            if (seed.BestEpoch is { } best)
            {
                json.WriteStartObject("bestEpoch");
                json.WriteNumber("epoch", best.Epoch);
                json.WriteNumber("accuracy", best.WatchedAccuracy!.Value);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMisread(Utf8JsonWriter json, SeedSummary summary)
    {
        json.WriteStartArray("wrongByEverySeed");
        foreach (MisreadImage image in summary.Misread)
        {
            json.WriteStartObject();
            json.WriteNumber("index", image.Index);
            json.WriteNumber("true", summary.First.Report.Predictions.Set.Labels[image.Index]);
            json.WriteStartArray("read");
            foreach (int digit in image.Read)
            {
                json.WriteNumberValue(digit);
            }

            json.WriteEndArray();
            json.WriteBoolean("doubtfulLabel", image.Doubtful);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
