namespace Cifra.Reading.Grammars;

/// <summary>Objections made from a grammar's states alone, where it has no better ones.</summary>
internal static class Reasons
{
    /// <summary>Names the first symbol that does not fit and what would, or what is missing at the end.</summary>
    public static string Of(GrammarState start, string text)
    {
        GrammarState state = start;
        for (int i = 0; i < text.Length; i++)
        {
            if (state.After(text[i]) is not GrammarState next)
            {
                ulong expected = Expected(state);
                return expected == 0
                    ? $"nothing may follow '{text[..i]}'"
                    : $"{Alphabet.Quote(text[i])} in place {i + 1}, where {Alphabet.Describe(expected)} belongs";
            }

            state = next;
        }

        return text.Length == 0 ? "there is nothing" : $"it ends too early: {Alphabet.Describe(Expected(state))} belongs after '{text}'";
    }

    private static ulong Expected(GrammarState state) =>
        Alphabet.SetOf(string.Concat(Alphabet.In(Alphabet.All).Where(symbol => state.After(symbol) is not null)));
}
