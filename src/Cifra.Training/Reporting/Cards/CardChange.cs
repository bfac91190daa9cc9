using System.Text.Json;

namespace Cifra.Reporting.Cards;

/// <summary>A figure of a model's card that is not what it was in an older one; speed, which is never twice the same, is none of them.</summary>
/// <param name="Figure">"robustness: blur 3".</param>
/// <param name="From">What it was, as the card shows it.</param>
/// <param name="To">What it is.</param>
internal sealed record CardChange(string Figure, string From, string To)
{
    private const string None = "none";

    /// <summary>Writes the field <c>changes</c> into an object that the caller has begun and ends: every figure that differs as it is shown.</summary>
    /// <remarks>Where none differs, what the older card itself told of stays told, so that making a card twice changes nothing.</remarks>
    /// <exception cref="InvalidDataException">One of the two is no card.</exception>
    public static void Write(Utf8JsonWriter json, JsonElement before, JsonElement now)
    {
        try
        {
            Dictionary<string, string> old = Figures(before);
            Dictionary<string, string> current = Figures(now);
            CardChange[] changes =
            [
                .. old.Keys.Union(current.Keys)
                    .Select(figure => new CardChange(figure, old.GetValueOrDefault(figure, None), current.GetValueOrDefault(figure, None)))
                    .Where(change => change.From != change.To),
            ];
            if (changes.Length > 0)
            {
                Write(json, changes, before.GetProperty("network").GetProperty("hash").GetString());
            }
            else if (Read(before) is { Count: > 0 } told)
            {
                Write(json, told, before.GetProperty("changedFrom").GetString());
            }
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw InvalidData.At("the older card", "its figures", "a card that 'cifra model card' wrote", e.Message);
        }
    }

    /// <summary>The changes that a card tells of.</summary>
    public static IReadOnlyList<CardChange> Read(JsonElement card) => card.TryGetProperty("changes", out JsonElement changes)
        ? [.. changes.EnumerateArray().Select(change => new CardChange(Text(change, "figure"), Text(change, "from"), Text(change, "to")))]
        : [];

    private static void Write(Utf8JsonWriter json, IReadOnlyList<CardChange> changes, string? from)
    {
        json.WriteString("changedFrom", from);
        json.WriteStartArray("changes");
        foreach (CardChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("figure", change.Figure);
            json.WriteString("from", change.From);
            json.WriteString("to", change.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static Dictionary<string, string> Figures(JsonElement card) => CardFigure.Of(card).ToDictionary(figure => figure.Name, figure => figure.Text);
}
