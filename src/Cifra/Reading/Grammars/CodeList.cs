namespace Cifra.Reading.Grammars;

/// <summary>A list of texts: valid codes, or expected amounts.</summary>
/// <remarks>The codes are sorted, so those with a common prefix are neighbours. A state is a range of codes and the length of their prefix.</remarks>
internal sealed class CodeList : Grammar
{
    private readonly string[] _keys;
    private readonly string[] _codes; // the listed text of each key
    private readonly string _source;
    private readonly bool _marksIgnored;

    /// <param name="source">The list's name in objections: that of its file.</param>
    /// <param name="codes">The texts and their keys; of equal keys the first counts.</param>
    /// <param name="marksIgnored">Whether keys are digits and letters only, and all else in a text is ignored.</param>
    public CodeList(string source, IEnumerable<(string Key, string Code)> codes, bool marksIgnored)
        : base($"code of {source}")
    {
        (string Key, string Code)[] sorted = [.. codes.DistinctBy(entry => entry.Key).OrderBy(entry => entry.Key, StringComparer.Ordinal)];
        _keys = [.. sorted.Select(entry => entry.Key)];
        _codes = [.. sorted.Select(entry => entry.Code)];
        _source = source;
        _marksIgnored = marksIgnored;
        Start = new State(this, 0, _keys.Length, 0);
    }

    /// <inheritdoc/>
    public override GrammarState Start { get; }

    /// <inheritdoc/>
    protected override string Reason(string text) => $"is not in {_source}";

    /// <inheritdoc/>
    protected override string Value(string text) =>
        _codes[Array.BinarySearch(_keys, _marksIgnored ? string.Concat(text.Where(char.IsAsciiLetterOrDigit)) : text, StringComparer.Ordinal)];

    // Binary search in a range of keys with a common prefix: the first key whose next symbol is not below the given one.
    private int Boundary(int from, int to, int depth, int symbol)
    {
        while (from < to)
        {
            int middle = (from + to) / 2;
            int there = depth < _keys[middle].Length ? _keys[middle][depth] : -1;
            (from, to) = there < symbol ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private sealed record State(CodeList List, int From, int To, int Depth) : GrammarState
    {
        public override bool IsEnd => List._keys[From].Length == Depth;

        public override GrammarState? After(char symbol)
        {
            if (List._marksIgnored && !char.IsAsciiLetterOrDigit(symbol))
            {
                return Alphabet.IndexOf(symbol) < 0 ? null : this;
            }

            int from = List.Boundary(From, To, Depth, symbol);
            int to = List.Boundary(from, To, Depth, symbol + 1);
            return from == to ? null : new State(List, from, to, Depth + 1);
        }
    }
}
