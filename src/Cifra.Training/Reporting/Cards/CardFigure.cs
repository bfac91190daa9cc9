using System.Globalization;
using System.Text.Json;

namespace Cifra.Reporting.Cards;

/// <summary>One figure of a model's card, named and written as the readable card shows it.</summary>
/// <param name="Name">"robustness: blur 3".</param>
/// <param name="Text">"97.10 %".</param>
internal sealed record CardFigure(string Name, string Text)
{
    /// <summary>Every figure that is compared between two cards, in the card's order.</summary>
    public static IEnumerable<CardFigure> Of(JsonElement card)
    {
        JsonElement network = card.GetProperty("network");
        yield return new("hash", network.GetProperty("hash").GetString() ?? "");
        yield return new("size", $"{Count(network.GetProperty("bytes"))} bytes");
        yield return new("parameters", Count(network.GetProperty("parameters")));
        yield return new("MFLOP", Fixed(network.GetProperty("megaFlops"), 2));
        JsonElement evaluation = card.GetProperty("evaluation");
        string counted = LineCardText.Is(card) ? "lines" : "images";
        yield return new(counted, Count(evaluation.GetProperty(counted)));
        yield return new("accuracy", Percent(evaluation.GetProperty("accuracy")));
        if (LineCardText.Is(card))
        {
            yield return new("character errors", Percent(evaluation.GetProperty("characterErrorRate")));
        }
        else
        {
            yield return new("loss", Fixed(evaluation.GetProperty("loss"), 4));
            yield return new("ECE", Percent(evaluation.GetProperty("ece")));
        }

        foreach (CardFigure figure in Promises(card).Concat(NonDigits(card)).Concat(Robustness(card)))
        {
            yield return figure;
        }
    }

    /// <summary>"99.58 %".</summary>
    public static string Percent(JsonElement rate) => $"{Fixed(100 * rate.GetDouble(), 2)} %";

    /// <summary>"0.05 %": a rate that was asked for, with the digits that it needs.</summary>
    public static string Rate(JsonElement rate) => $"{(100 * rate.GetDouble()).ToString("0.####", CultureInfo.InvariantCulture)} %";

    /// <summary>"55,000".</summary>
    public static string Count(JsonElement count) => count.GetInt64().ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with that many decimals.</summary>
    public static string Fixed(JsonElement value, int decimals) => Fixed(value.GetDouble(), decimals);

    private static string Fixed(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    private static IEnumerable<CardFigure> Promises(JsonElement card) => card.TryGetProperty("promises", out JsonElement promises)
        ? promises.EnumerateArray().Select(promise => new CardFigure(
            $"promise of {Rate(promise.GetProperty("maxError"))}: coverage",
            promise.GetProperty("promised").GetBoolean() ? Percent(promise.GetProperty("coverage")) : "not promised"))
        : [];

    private static IEnumerable<CardFigure> NonDigits(JsonElement card) => card.TryGetProperty("nonDigits", out JsonElement nonDigits)
        ? nonDigits.GetProperty("families").EnumerateArray().Select(family => new CardFigure(
            $"refused: {family.GetProperty("family").GetString()}", Percent(family.GetProperty("rate"))))
        : [];

    private static IEnumerable<CardFigure> Robustness(JsonElement card)
    {
        if (!card.TryGetProperty("robustness", out JsonElement curves))
        {
            yield break;
        }

        foreach (string mean in (string[])["unseen", "all"])
        {
            JsonElement element = card.GetProperty("robustnessSummary").GetProperty(mean);
            if (element.ValueKind != JsonValueKind.Null)
            {
                yield return new($"robustness: mean, {mean}", Percent(element.GetProperty("accuracy")));
            }
        }

        foreach (JsonElement curve in curves.EnumerateArray())
        {
            foreach (JsonElement point in curve.GetProperty("points").EnumerateArray())
            {
                yield return new(
                    $"robustness: {curve.GetProperty("corruption").GetString()} {Count(point.GetProperty("strength"))}",
                    Percent(point.GetProperty("accuracy")));
            }
        }
    }
}
