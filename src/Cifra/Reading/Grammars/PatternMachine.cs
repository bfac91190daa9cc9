using System.Text;

namespace Cifra.Reading.Grammars;

/// <summary>
/// A pattern as a machine whose states are the places of its symbols (Glushkov 1961): in state p the last symbol was taken at place p, in state 0 there was
/// none yet.
/// </summary>
internal sealed class PatternMachine : Machine
{
    private readonly List<SymbolPattern> _places = [new SymbolPattern(0)]; // the first stands for the start
    private readonly List<SortedSet<int>> _links = [[]];
    private readonly int[][] _follow; // by place, the places that may come next, in order; filled once
    private readonly HashSet<int> _ends;

    public PatternMachine(Pattern shape)
    {
        Fragment whole = Compile(shape);
        _links[0].UnionWith(whole.First);
        _follow = [.. _links.Select(places => places.ToArray())];
        _ends = [.. whole.Last];
        if (whole.MayBeEmpty)
        {
            _ends.Add(0);
        }

        Symbols = _places.Aggregate(0UL, (set, place) => set | place.Set);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<long> Starts { get; } = [0];

    /// <inheritdoc/>
    public override ulong Symbols { get; }

    /// <inheritdoc/>
    public override bool IsEnd(long state) => _ends.Contains((int)state);

    /// <inheritdoc/>
    public override void Step(long state, char symbol, List<long> into)
    {
        int bit = Alphabet.IndexOf(symbol);
        foreach (int place in _follow[(int)state])
        {
            if (bit >= 0 && ((_places[place].Set >> bit) & 1) != 0)
            {
                into.Add(place);
            }
        }
    }

    /// <summary>Whether the symbol taken at a place is part of the value.</summary>
    public bool IsWritten(long place) => _places[(int)place].IsWritten;

    /// <summary>The value of a text: its symbols without the ignored ones; null where the text does not have the form.</summary>
    /// <remarks>If a text fits in several ways, the one through the earliest places counts, decided from the end.</remarks>
    public string? ValueOf(string text)
    {
        var reached = new List<long>[text.Length + 1];
        reached[0] = [0];
        for (int i = 0; i < text.Length; i++)
        {
            var next = new List<long>();
            reached[i].ForEach(state => Step(state, text[i], next));
            reached[i + 1] = [.. next.Distinct().Order()];
        }

        int end = reached[^1].FindIndex(IsEnd);
        if (end < 0)
        {
            return null;
        }

        var value = new StringBuilder();
        long here = reached[^1][end];
        for (int i = text.Length; i > 0; i--)
        {
            SymbolPattern place = _places[(int)here];
            value.Insert(0, place.IsWritten ? $"{place.Before}{text[i - 1]}" : place.Before);
            long now = here;
            here = reached[i - 1].Find(before => Array.BinarySearch(_follow[before], (int)now) >= 0);
        }

        return value.ToString();
    }

    private Fragment Compile(Pattern shape)
    {
        switch (shape)
        {
            case SymbolPattern symbol:
                _places.Add(symbol);
                _links.Add([]);
                return new Fragment(false, [_places.Count - 1], [_places.Count - 1]);
            case SequencePattern sequence:
                return sequence.Parts.Aggregate(Fragment.Empty, (before, part) => Join(before, Compile(part)));
            case ChoicePattern choice:
                Fragment[] branches = [.. choice.Parts.Select(Compile)];
                return new Fragment(
                    branches.Any(branch => branch.MayBeEmpty),
                    [.. branches.SelectMany(branch => branch.First)],
                    [.. branches.SelectMany(branch => branch.Last)]);
            default:
                return CompileRepeat((RepeatPattern)shape);
        }
    }

    private Fragment CompileRepeat(RepeatPattern repeat)
    {
        Fragment all = Fragment.Empty;
        Fragment copy = Fragment.Empty;
        for (int i = 0; i < repeat.Least; i++)
        {
            copy = Compile(repeat.Part);
            all = Join(all, copy);
        }

        if (repeat.Most is not int most)
        {
            if (repeat.Least == 0)
            {
                copy = Compile(repeat.Part);
                all = copy with { MayBeEmpty = true };
            }

            Link(copy, copy);
            return all;
        }

        return most == repeat.Least ? all : Join(all, Optional(repeat.Part, most - repeat.Least));
    }

    // Optional copies: a later one is entered only through the one before it.
    private Fragment Optional(Pattern part, int copies)
    {
        Fragment previous = Compile(part);
        List<int> first = previous.First;
        List<int> last = [.. previous.Last];
        for (int i = 1; i < copies; i++)
        {
            Fragment copy = Compile(part);
            Link(previous, copy);
            last.AddRange(copy.Last);
            previous = copy;
        }

        return new Fragment(true, first, last);
    }

    private Fragment Join(Fragment left, Fragment right)
    {
        Link(left, right);
        return new Fragment(
            left.MayBeEmpty && right.MayBeEmpty,
            left.MayBeEmpty ? [.. left.First, .. right.First] : left.First,
            right.MayBeEmpty ? [.. left.Last, .. right.Last] : right.Last);
    }

    private void Link(Fragment left, Fragment right) => left.Last.ForEach(place => _links[place].UnionWith(right.First));

    // A part of the pattern: the places that it may begin and end with.
    private sealed record Fragment(bool MayBeEmpty, List<int> First, List<int> Last)
    {
        public static Fragment Empty { get; } = new(true, [], []);
    }
}
