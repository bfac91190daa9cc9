namespace Cifra.Reading.Grammars;

/// <summary>The texts of several grammars; the first that has a text gives its value.</summary>
internal sealed class AnyOfGrammar(IReadOnlyList<Grammar> grammars) : Grammar(string.Join(" or ", grammars.Select(grammar => grammar.Name)))
{
    /// <inheritdoc/>
    public override GrammarState Start { get; } = new State([.. grammars.Select(grammar => grammar.Start)]);

    // The objections of the two grammars that accept the longest prefix.
    protected override string Reason(string text) =>
        string.Join("; ", grammars.OrderByDescending(grammar => Depth(grammar, text)).Take(2).Select(grammar => $"{grammar.Name}: {grammar.Objection(text)}"));

    /// <inheritdoc/>
    protected override string Value(string text) => grammars.First(grammar => grammar.Accepts(text)).Canonical(text);

    private static int Depth(Grammar grammar, string text)
    {
        int depth = 0;
        for (GrammarState state = grammar.Start; depth < text.Length && state.After(text[depth]) is GrammarState next; state = next)
        {
            depth++;
        }

        return depth;
    }

    // A state of each grammar; null for those that no text continues.
    private sealed record State(GrammarState?[] Parts) : GrammarState
    {
        public override bool IsEnd => Parts.Any(part => part is { IsEnd: true });

        public override GrammarState? After(char symbol)
        {
            GrammarState?[] next = [.. Parts.Select(part => part?.After(symbol))];
            return next.All(part => part is null) ? null : new State(next);
        }

        public bool Equals(State? other) => other is not null && Parts.AsSpan().SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Aggregate(17, HashCode.Combine);
    }
}
