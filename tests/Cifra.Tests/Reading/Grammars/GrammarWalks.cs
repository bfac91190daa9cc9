using Cifra.Numerics;
using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

/// <summary>Random texts in and beside a grammar, and all its states.</summary>
internal static class GrammarWalks
{
    /// <summary>A text of the grammar: a walk through its states that ends where it may, the likelier the longer it is.</summary>
    public static string Member(Grammar grammar, SeededRandom random)
    {
        string text = "";
        GrammarState state = grammar.Start;
        while (true)
        {
            (char Symbol, GrammarState State)[] next = [.. Next(state)];
            if (next.Length == 0 || (state.IsEnd && random.Next(30) < 5 + text.Length))
            {
                Assert.True(state.IsEnd, $"{grammar.Name}: '{text}' cannot go on and is no text.");
                return text;
            }

            (char symbol, state) = next[random.Next(next.Length)];
            text += symbol;
        }
    }

    /// <summary>The text with one to three symbols changed, inserted or left out.</summary>
    public static string Damaged(string text, SeededRandom random)
    {
        for (int faults = random.Next(1, 4); faults > 0; faults--)
        {
            char symbol = Alphabet.Symbols[random.Next(Alphabet.Symbols.Length)];
            int at = random.Next(text.Length + 1);
            int upTo = Math.Min(text.Length, at + random.Next(2));
            text = text[..at] + (random.Next(3) == 0 ? "" : symbol) + text[upTo..];
        }

        return text;
    }

    /// <summary>Every symbol that may follow, with the state after it.</summary>
    public static IEnumerable<(char Symbol, GrammarState State)> Next(GrammarState state)
    {
        foreach (char symbol in Alphabet.Symbols)
        {
            if (state.After(symbol) is GrammarState next)
            {
                yield return (symbol, next);
            }
        }
    }

    /// <summary>All states that can be reached, each with those after it.</summary>
    public static Dictionary<GrammarState, GrammarState[]> States(Grammar grammar, int most)
    {
        var states = new Dictionary<GrammarState, GrammarState[]>();
        var open = new Queue<GrammarState>([grammar.Start]);
        while (open.TryDequeue(out GrammarState? state))
        {
            if (!states.ContainsKey(state))
            {
                states[state] = [.. Next(state).Select(next => next.State).Distinct()];
                Assert.True(states.Count <= most, $"{grammar.Name} has more than {most} states.");
                states[state].Where(next => !states.ContainsKey(next)).ToList().ForEach(open.Enqueue);
            }
        }

        return states;
    }
}
