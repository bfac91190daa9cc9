using System.Text;
using System.Text.Json;

namespace Cifra.Reporting.Cards;

/// <summary>A model's card to read, in Markdown, made of its JSON and of nothing else.</summary>
public static class ModelCardText
{
    private static readonly string[] Strengths = ["1", "2", "3", "4", "5"];

    /// <summary>The Markdown.</summary>
    /// <param name="card">What <see cref="ModelCardJson"/> wrote.</param>
    /// <exception cref="InvalidDataException">It is no such card.</exception>
    public static string Write(ReadOnlyMemory<byte> card)
    {
        try
        {
            using var document = JsonDocument.Parse(card);
            return Write(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            throw InvalidData.At("the card", "its fields", "a card that 'cifra model card' wrote", e.Message);
        }
    }

    private static string Write(JsonElement card)
    {
        var text = new StringBuilder();
        string name = Text(card, "name");
        Line(text, $"# {name}", "", $"Made by `{Text(card, "command")}`, with every figure from `{name}.json` beside it; written by no hand.", "");
        Dictionary<string, string> figures = CardFigure.Of(card).ToDictionary(figure => figure.Name, figure => figure.Text);
        if (LineCardText.Is(card))
        {
            LineCardText.Headline(text, card, figures);
            CardTrainingText.Write(text, card.GetProperty("training"));
            LineCardText.Confidence(text, card);
            Promises(text, card);
            LineCardText.Speed(text, card);
            LineCardText.Purpose(text, card);
            LineCardText.Failures(text, card);
            Changes(text, card);
            return text.ToString();
        }

        Headline(text, card, figures);
        CardTrainingText.Write(text, card.GetProperty("training"));
        Promises(text, card);
        NonDigits(text, card);
        Robustness(text, card, figures);
        Speed(text, card);
        CardPurposeText.Write(text, card);
        Failures(text, card);
        Changes(text, card);
        return text.ToString();
    }

    /// <summary>Lines, each ended by a line feed.</summary>
    internal static void Line(StringBuilder text, params ReadOnlySpan<string> lines)
    {
        foreach (string line in lines)
        {
            text.Append(line).Append('\n');
        }
    }

    /// <summary>A row of a table.</summary>
    internal static void Row(StringBuilder text, params IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");

    /// <summary>A table's first two lines: the first column flush left, the others right.</summary>
    internal static void Table(StringBuilder text, params string[] titles)
    {
        Row(text, titles);
        text.Append("|---|").Append(string.Concat(titles.Skip(1).Select(_ => "---:|"))).Append('\n');
    }

    internal static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static void Headline(StringBuilder text, JsonElement card, Dictionary<string, string> figures)
    {
        JsonElement evaluation = card.GetProperty("evaluation");
        int networks = card.GetProperty("network").GetProperty("networks").GetInt32();
        Line(text, "| | |", "|---|---|");
        Row(
            text, "Accuracy",
            $"{figures["accuracy"]} (95 % interval {Interval(evaluation)}) of the {figures["images"]} pictures of `{Text(evaluation, "data")}`");
        Row(text, "Loss", $"{figures["loss"]} (mean cross-entropy)");
        Row(text, "Calibration", $"expected calibration error {figures["ECE"]} over 15 bins");
        Row(
            text, "Network",
            $"{figures["parameters"]} learned numbers, {figures["MFLOP"]} MFLOP a picture" + (networks > 1 ? $", an ensemble of {networks}" : ""));
        Row(text, "Size on disk", figures["size"]);
        Row(text, "Identity", $"`{figures["hash"]}`");
        Line(text, "");
    }

    private static void Promises(StringBuilder text, JsonElement card)
    {
        if (!card.TryGetProperty("promises", out JsonElement promises))
        {
            return;
        }

        Line(text, "## Promises", "",
            "With `--max-error RATE` an answer is given only above a threshold, chosen on held-out training pictures so that the upper 95 % bound of the error"
            + $" is at most the rate. Coverage, errors and their bound are those of the {(LineCardText.Is(card) ? "lines" : "pictures")} evaluated here, "
            + "which chose nothing.", "");
        Table(text, "at most", "threshold", "coverage", "errors", "upper 95 % bound");
        foreach (JsonElement promise in promises.EnumerateArray())
        {
            Row(text, promise.GetProperty("promised").GetBoolean()
                ?
                [
                    CardFigure.Rate(promise.GetProperty("maxError")), CardFigure.Fixed(promise.GetProperty("threshold"), 5),
                    CardFigure.Percent(promise.GetProperty("coverage")),
                    CardFigure.Count(promise.GetProperty("errors")), CardFigure.Rate(promise.GetProperty("errorUpper95")),
                ]
                : [CardFigure.Rate(promise.GetProperty("maxError")), "not promised", "", "", ""]);
        }

        Line(text, "");
        foreach (JsonElement promise in promises.EnumerateArray().Where(promise => !promise.GetProperty("promised").GetBoolean()))
        {
            Line(text, $"- {CardFigure.Rate(promise.GetProperty("maxError"))}: {Text(promise, "reason")}");
        }

        Line(text, "");
    }

    private static void NonDigits(StringBuilder text, JsonElement card)
    {
        if (!card.TryGetProperty("nonDigits", out JsonElement nonDigits))
        {
            return;
        }

        Line(text, "## What is no digit", "",
            $"Refused is what is no digit with a probability above {CardFigure.Fixed(nonDigits.GetProperty("threshold"), 5)}; "
            + "of the digits evaluated here that is "
            + $"{CardFigure.Percent(nonDigits.GetProperty("digitsRefused"))}. "
            + $"Of families that no network was trained on, {CardFigure.Percent(nonDigits.GetProperty("refusedUnseen"))} is refused; of the others "
            + $"{CardFigure.Percent(nonDigits.GetProperty("refused"))}.", "");
        Table(text, "family", "seen in training", "pictures", "refused");
        foreach (JsonElement family in nonDigits.GetProperty("families").EnumerateArray())
        {
            Row(text, Text(family, "family"), YesNo(family), CardFigure.Count(family.GetProperty("images")), CardFigure.Percent(family.GetProperty("rate")));
        }

        Line(text, "");
    }

    private static void Robustness(StringBuilder text, JsonElement card, Dictionary<string, string> figures)
    {
        if (!card.TryGetProperty("robustness", out JsonElement curves))
        {
            return;
        }

        JsonElement summary = card.GetProperty("robustnessSummary");
        JsonElement clean = summary.GetProperty("clean");
        string unseen = summary.GetProperty("unseen") is { ValueKind: JsonValueKind.Object } mean
            ? $"**{figures["robustness: mean, unseen"]}** (95 % interval {Interval(mean)}) on average over what its training never showed; "
            : "Its training showed something of every kind; ";
        Line(text, "## Robustness", "",
            $"{unseen}{figures["robustness: mean, all"]} (95 % interval {Interval(summary.GetProperty("all"))}) over all corruptions; "
            + $"{CardFigure.Percent(clean.GetProperty("accuracy"))} on the same "
            + $"{CardFigure.Count(clean.GetProperty("images"))} pictures as they are. The corrupted pictures went "
            + (summary.GetProperty("picturePath").GetBoolean() ? "through the picture path, as files do."
                : summary.TryGetProperty("repaired", out JsonElement repaired) && repaired.GetBoolean() ? "to the network, damaged ones repaired."
                : "straight to the network.")
            + " Accuracy in percent at strengths 1 to 5:", "");
        Table(text, ["corruption", "seen in training", .. Strengths, "mean", "dial"]);
        foreach (JsonElement curve in curves.EnumerateArray())
        {
            JsonElement[] points = [.. curve.GetProperty("points").EnumerateArray()];
            string dial = string.Join(", ", points.Select(point => Figures.Plain(point.GetProperty("dial").GetDouble())));
            Row(text, [
                Text(curve, "corruption"), YesNo(curve), .. points.Select(point => Figures.InPercent(point.GetProperty("accuracy").GetDouble())),
                Figures.InPercent(curve.GetProperty("mean").GetDouble()), $"{dial} {Text(curve, "unit")}",
            ]);
        }

        Line(text, "");
    }

    private static void Speed(StringBuilder text, JsonElement card)
    {
        if (card.TryGetProperty("speed", out JsonElement speed))
        {
            Line(text, "## Speed", "",
                $"On one core {CardFigure.Fixed(speed.GetProperty("imagesPerSecond"), 0)} pictures a second in batches, "
                + $"and {CardFigure.Fixed(speed.GetProperty("latencyMicroseconds"), 0)} µs for one alone "
                + $"(median), measured when this card was made, on: {Text(speed, "machine")}.", "");
        }
    }

    private static void Failures(StringBuilder text, JsonElement card)
    {
        JsonElement failures = card.GetProperty("failures");
        Line(text, "## Known failures", "");
        if (Text(failures, "sheet") is not { Length: > 0 } sheet)
        {
            Line(text, "None of the pictures evaluated here was read wrong.", "");
            return;
        }

        int shown = failures.GetProperty("worst").GetArrayLength();
        Line(text, $"{CardFigure.Count(failures.GetProperty("count"))} pictures were read wrong"
            + (
                shown < failures.GetProperty("count").GetInt32()
                    ? $"; the worst {shown} of them"
                    : "; all of them") + ", the worst first; under each the true digit, then the one read:", "",
            $"![Pictures read wrong]({sheet})", "");
        Table(text, "picture", "true", "read", "confidence");
        foreach (JsonElement error in failures.GetProperty("worst").EnumerateArray())
        {
            Row(text, error.GetProperty("index").GetRawText(), error.GetProperty("true").GetRawText(), error.GetProperty("read").GetRawText(),
                CardFigure.Percent(error.GetProperty("confidence")));
        }

        Line(text, "");
    }

    private static void Changes(StringBuilder text, JsonElement card)
    {
        IReadOnlyList<CardChange> changes = CardChange.Read(card);
        if (changes.Count > 0)
        {
            Line(text, "## Changed since the last card", "", $"Compared with the card of `{Text(card, "changedFrom")}`:", "");
            Line(text, [.. changes.Select(change => $"- {change.Figure}: {change.From} -> {change.To}"), ""]);
        }
    }

    private static string YesNo(JsonElement json) => json.GetProperty("seenInTraining").GetBoolean() ? "yes" : "no";

    internal static string Interval(JsonElement json) =>
        $"{Figures.InPercent(json.GetProperty("interval95")[0].GetDouble())} to {CardFigure.Percent(json.GetProperty("interval95")[1])}";
}
