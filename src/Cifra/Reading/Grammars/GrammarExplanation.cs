namespace Cifra.Reading.Grammars;

/// <summary>What a grammar changed about a reading, and why.</summary>
/// <param name="Chosen">The text that was chosen under the grammar.</param>
/// <param name="Read">The text that would have been read without it.</param>
/// <param name="Objection">The grammar's objection to that text; null where it is in the grammar.</param>
/// <param name="Changes">The places where the two differ, from left to right.</param>
/// <param name="PassedOver">The likelier texts that are not in the grammar, likeliest first.</param>
public sealed record GrammarExplanation(
    string Chosen, string Read, string? Objection, IReadOnlyList<GrammarChange> Changes, IReadOnlyList<PassedOverText> PassedOver)
{
    /// <summary>The changes in words, separated by semicolons; empty where there are none.</summary>
    public string Text => string.Join("; ", Changes.Select(change => change.Text));

    /// <summary>Compares the chosen text with what would have been read.</summary>
    internal static GrammarExplanation Of(Grammar grammar, string chosen, IReadOnlyList<string> read)
    {
        string first = read[0];
        string? objection = grammar.Objection(first);
        List<GrammarChange> changes = Compare(grammar, chosen, first, objection);
        PassedOverText[] passedOver =
        [
            .. from text in read.TakeWhile(text => text != chosen)
               let against = grammar.Objection(text)
               where against is not null
               select new PassedOverText(text, against),
        ];
        return new GrammarExplanation(chosen, first, objection, changes, passedOver);
    }

    private static List<GrammarChange> Compare(Grammar grammar, string chosen, string read, string? objection)
    {
        var changes = new List<GrammarChange>();
        int place = 0;
        foreach ((int left, int right) in TextAlignment.Of(chosen, read))
        {
            char? kept = left < 0 ? null : chosen[left];
            char? other = right < 0 ? null : read[right];
            if (kept != other)
            {
                string undone = $"{chosen[..place]}{other}{chosen[(place + (kept is null ? 0 : 1))..]}";
                changes.Add(new GrammarChange(place, kept, other, Reason(grammar.Objection(undone), objection)));
            }

            place += kept is null ? 0 : 1;
        }

        return changes;
    }

    // The objection to this change alone, or to all changes together, or none.
    private static string Reason(string? alone, string? together) =>
        alone is not null ? $"else {alone}"
        : together is not null ? $"goes with the other changes, for {together}"
        : "the grammar allows both";
}
