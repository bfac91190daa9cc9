namespace Cifra.Reading.Grammars;

/// <summary>What a grammar remembers of the symbols so far. Equal states admit the same continuations.</summary>
/// <remarks>Every state is viable: some continuation, perhaps the empty one, ends in a text of the grammar. A beam that steps through states never dies at the end.</remarks>
internal abstract record GrammarState
{
    /// <summary>Whether the symbols so far are a text of the grammar.</summary>
    public abstract bool IsEnd { get; }

    /// <summary>The state after one more symbol, or null where no text of the grammar goes on so.</summary>
    public abstract GrammarState? Next(char symbol);
}
