namespace Cifra.Reading.Grammars;

/// <summary>Whether a grammar has a text without letters.</summary>
internal static class WithoutLetters
{
    /// <summary>Most states that are visited; a grammar with more counts as one that needs no letters.</summary>
    private const int MostStates = 20_000;

    /// <summary>Whether no text that goes on from a state is free of letters.</summary>
    public static bool None(GrammarState start)
    {
        HashSet<GrammarState> seen = [start];
        var open = new Stack<GrammarState>([start]);
        while (open.TryPop(out GrammarState? state))
        {
            if (state.IsEnd || seen.Count > MostStates)
            {
                return false;
            }

            foreach (char symbol in Alphabet.Symbols)
            {
                if (!char.IsAsciiLetter(symbol) && state.After(symbol) is { } next && seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return true;
    }
}
