namespace Cifra.Reading.Grammars;

/// <summary>What a grammar remembers of the symbols so far.</summary>
/// <remarks>
/// For a grammar of your own derive a record from this one. States are immutable, and three laws hold:
/// <list type="bullet">
/// <item>Every state is viable: it is an end, or some continuation leads to one. A search that steps from state to state then never has to go back.</item>
/// <item>Equal states allow the same continuations. Searches keep one of them, so put nothing into a state that does not matter for what follows.</item>
/// <item><see cref="After"/> depends on the state and the symbol alone.</item>
/// </list>
/// </remarks>
public abstract record GrammarState
{
    /// <summary>Whether the symbols so far are a text of the grammar.</summary>
    public abstract bool IsEnd { get; }

    /// <summary>The state after one more symbol; null where no text of the grammar continues with it.</summary>
    /// <param name="symbol">Any character; only those of <see cref="Grammar.Symbols"/> can be read.</param>
    public abstract GrammarState? After(char symbol);
}
