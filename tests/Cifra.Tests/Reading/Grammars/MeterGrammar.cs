using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

/// <summary>A grammar as a user writes one: readings of a meter, which never runs backwards, with or without an M for the unit.</summary>
/// <param name="last">The reading before; every reading has as many digits.</param>
internal sealed class MeterGrammar(string last) : Grammar($"meter reading of {last} or more")
{
    public override GrammarState Start { get; } = new State(last, 0, Above: false);

    protected override string Reason(string text) =>
        text.Length == last.Length && text.All(char.IsAsciiDigit) ? $"the meter showed {last} before" : base.Reason(text);

    protected override string Value(string text) => text.TrimEnd('M');

    // How many symbols there are, and whether they are above the last reading already. What they were does not matter any more.
    private sealed record State(string Last, int Length, bool Above) : GrammarState
    {
        public override bool IsEnd => Length >= Last.Length;

        public override GrammarState? After(char symbol)
        {
            if (Length >= Last.Length)
            {
                return Length == Last.Length && symbol == 'M' ? new State(Last, Length + 1, Above: true) : null;
            }

            bool fits = char.IsAsciiDigit(symbol) && (Above || symbol >= Last[Length]);
            return fits ? new State(Last, Length + 1, Above || symbol > Last[Length]) : null;
        }
    }
}
