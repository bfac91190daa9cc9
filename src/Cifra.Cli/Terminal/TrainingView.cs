using System.Globalization;
using System.Text.Json;
using Cifra.Cli.Commands;
using Cifra.Network;
using Cifra.Reading.Output;
using Cifra.Training;

namespace Cifra.Cli.Terminal;

/// <summary>A training in the terminal: how far it is, and what it made.</summary>
internal static class TrainingView
{
    /// <summary>A line that stays for each epoch, and one that is drawn over meanwhile.</summary>
    public static void Show(TrainingProgress p, ProgressLine line)
    {
        if (p.Finished is { } epoch)
        {
            string validation = epoch.ValidationAccuracy is { } accuracy
                ? string.Create(CultureInfo.InvariantCulture, $"  validation {accuracy:P2} (loss {epoch.ValidationLoss:F4})")
                : "";
            string watched = epoch.WatchedAccuracy is { } seen ? string.Create(CultureInfo.InvariantCulture, $"  watched {seen:P2}") : "";
            line.Keep(string.Create(
                CultureInfo.InvariantCulture,
                $"epoch {epoch.Epoch}/{p.Epochs}  loss {epoch.TrainLoss:F4}  accuracy {epoch.TrainAccuracy:P2}{validation}{watched}"
                + $"  {p.ImagesPerSecond:F0} images/s  {epoch.Seconds:F1} s"));
            return;
        }

        line.Show(string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {p.Epoch}/{p.Epochs} step {p.Step}/{p.Steps} {p.ImagesPerSecond:F0} images/s {Time(p.Remaining)} left "
            + $"loss {p.Loss:F4} accuracy {p.Accuracy:P2}"));
    }

    private static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");

    /// <summary>What came out, for people or for machines.</summary>
    public static void Print(TrainRequest request, ModelCard card, string hash, Shell shell)
    {
        double seconds = card.History.Sum(epoch => epoch.Seconds);
        EpochRecord last = card.History[^1];
        if (request.Json)
        {
            JsonLine.Write(shell.Output, json => WriteJson(json, request, card, hash));
            return;
        }

        string heldOut = request.Recipe.Lines is null
            ? string.Create(CultureInfo.InvariantCulture, $"{card.ValidationImages} held-out pictures")
            : "the held-out lines";
        string validation = last.ValidationAccuracy is { } accuracy ? string.Create(CultureInfo.InvariantCulture, $", {accuracy:P2} of {heldOut} right") : "";
        shell.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{request.Output}: {card.History.Count} epochs in {seconds:F1} s{validation}; {hash}"));
    }

    private static void WriteJson(Utf8JsonWriter json, TrainRequest request, ModelCard card, string hash)
    {
        EpochRecord last = card.History[^1];
        json.WriteString("model", hash);
        json.WriteString("file", request.Output);
        json.WriteString("recipe", card.Recipe);
        json.WriteString("data", card.Data);
        json.WriteNumber("seed", card.Seed);
        json.WriteNumber("epochs", card.History.Count);
        json.WriteNumber("trainLoss", last.TrainLoss);
        json.WriteNumber("trainAccuracy", last.TrainAccuracy);
        if (last.ValidationAccuracy is { } accuracy)
        {
            json.WriteNumber("validationAccuracy", accuracy);
            json.WriteNumber("validationLoss", last.ValidationLoss ?? 0);
        }

        json.WriteNumber("seconds", Math.Round(card.History.Sum(epoch => epoch.Seconds), 3));
    }
}
