using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cifra.Reporting.Cards;

/// <summary>The parts of a line network's card that differ from those of a digit network's.</summary>
internal static class LineCardText
{
    private const string Plates = "plates";

    /// <summary>Whether a card is that of a line network.</summary>
    public static bool Is(JsonElement card) => card.TryGetProperty("kind", out _);

    /// <summary>Accuracy, size and identity.</summary>
    public static void Headline(StringBuilder text, JsonElement card, IReadOnlyDictionary<string, string> figures)
    {
        JsonElement evaluation = card.GetProperty("evaluation");
        JsonElement network = card.GetProperty("network");
        int networks = network.GetProperty("networks").GetInt32();
        ModelCardText.Line(text, "| | |", "|---|---|");
        ModelCardText.Row(text, "Accuracy",
            $"{figures["accuracy"]} (95 % interval {ModelCardText.Interval(evaluation)}) of {figures["lines"]} composed lines read without any error");
        ModelCardText.Row(text, "Character errors", $"{figures["character errors"]} of {CardFigure.Count(evaluation.GetProperty("characters"))} characters");
        ModelCardText.Row(text, "Measured on", Evaluated(card));
        ModelCardText.Row(text, "Symbols", $"`{ModelCardText.Text(network, "symbols")}`");
        ModelCardText.Row(text, "Network", $"{figures["parameters"]} learned numbers, {figures["MFLOP"]} MFLOP "
            + $"for a line of {CardFigure.Count(network.GetProperty("width"))} columns"
            + (networks > 1 ? string.Create(CultureInfo.InvariantCulture, $", {networks} networks") : ""));
        ModelCardText.Row(text, "Size on disk", figures["size"]);
        ModelCardText.Row(text, "Identity", $"`{figures["hash"]}`");
        ModelCardText.Line(text, "");
    }

    /// <summary>How the probability that an answer is right is computed.</summary>
    public static void Confidence(StringBuilder text, JsonElement card)
    {
        ModelCardText.Line(text, "## Confidence", "");
        if (!card.TryGetProperty("confidence", out JsonElement weights))
        {
            ModelCardText.Line(text, "None was fitted: the networks' file says nothing of how often an answer is right, and no error rate is promised.", "");
            return;
        }

        ModelCardText.Line(text,
            "The probability that a number is right is 1 / (1 + e^-s), where s is the sum of each piece of evidence times its weight. "
                + "The weights were fitted on held-out composed lines at the end of the training.", "");
        ModelCardText.Table(text, "evidence", "weight");
        foreach (JsonProperty weight in weights.EnumerateObject())
        {
            ModelCardText.Row(text, Evidence(weight.Name), CardFigure.Fixed(weight.Value, 4));
        }

        ModelCardText.Line(text, "");
    }

    /// <summary>How long the networks take for a line.</summary>
    public static void Speed(StringBuilder text, JsonElement card)
    {
        if (card.TryGetProperty("speed", out JsonElement speed))
        {
            ModelCardText.Line(text, "## Speed", "",
                $"On one core {CardFigure.Fixed(speed.GetProperty("latencyMicroseconds"), 0)} µs (median) for one line of "
                + $"{CardFigure.Count(card.GetProperty("network").GetProperty("width"))} columns by the networks alone, "
                + $"measured when this card was made, on: {ModelCardText.Text(speed, "machine")}.", "");
        }
    }

    /// <summary>What the networks are for, and what not.</summary>
    public static void Purpose(StringBuilder text, JsonElement card) => ModelCardText.Line(text,
        "## Intended use and limits",
        "",
        IsPlates(card)
            ? "- For the row of digits and capital letters of a number plate, found and normalized by this library (`cifra read --as plate`)."
            : "- For lines of handwritten or printed digits and signs, found and normalized by this library, read together with the network `field`.",
        IsPlates(card)
            ? "- It learned from drawn plates alone. The accuracy above is that on other drawn plates; "
                + "[docs/plates.md](../docs/plates.md) has the one on photos."
            : "- The accuracy above is that on composed lines; [docs/reading.md](../docs/reading.md) has the one on scans and photos.",
        "- Other pens, countries, cameras and forms are other lines: measure on your own before you rely on it.",
        "- Not for decisions about people that nobody checks.",
        "",
        "## Licence",
        "",
        "The networks and this card are under the MIT licence, as the library is. " + CardPurposeText.Terms(ModelCardText.Text(card.GetProperty("training"), "data")),
        "");

    /// <summary>The lines read wrong with the highest confidence.</summary>
    public static void Failures(StringBuilder text, JsonElement card)
    {
        JsonElement failures = card.GetProperty("failures");
        JsonElement worst = failures.GetProperty("worst");
        ModelCardText.Line(text, "## Known failures", "");
        if (worst.GetArrayLength() == 0)
        {
            ModelCardText.Line(text, "None of the lines evaluated here was read wrong.", "");
            return;
        }

        bool sure = worst[0].TryGetProperty("confidence", out _);
        ModelCardText.Line(text, $"{CardFigure.Count(failures.GetProperty("count"))} lines were read wrong; {worst.GetArrayLength()} of them"
            + (sure ? ", the most confident first:" : ":"), "");
        ModelCardText.Table(text, sure ? ["true", "read", "confidence"] : ["true", "read"]);
        foreach (JsonElement line in worst.EnumerateArray())
        {
            string[] texts = [Quoted(line, "true"), Quoted(line, "read")];
            ModelCardText.Row(text, sure ? [.. texts, CardFigure.Percent(line.GetProperty("confidence"))] : texts);
        }

        ModelCardText.Line(text, "");
    }

    private static string Evaluated(JsonElement card) => IsPlates(card)
        ? "rows of drawn plates that no training draws, as a finder places them"
        : $"photos of {ModelCardText.Text(card.GetProperty("evaluation"), "data")}, read as fields; digits count, signs do not";

    private static bool IsPlates(JsonElement card) => ModelCardText.Text(card, "kind") == Plates;

    private static string Quoted(JsonElement line, string name) => ModelCardText.Text(line, name) is { Length: > 0 } text ? $"`{text}`" : "(nothing)";

    private static string Evidence(string name) => name switch
    {
        "constant" => "constant: 1",
        "odds" => "odds: logarithm of the answer's odds against the other answers",
        "network" => "network: logarithm of the probability that the line networks give the answer",
        "apart" => "apart: share of the field's ink that stands outside the line",
        _ => name,
    };
}
