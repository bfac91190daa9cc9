namespace Cifra.Reading.Grammars;

/// <summary>Tells which states of a machine are viable: some continuation leads to the end of a text.</summary>
/// <remarks>A depth-first search from the state, so an unobstructed way to an end is found at once. Results are kept. Not thread-safe.</remarks>
internal sealed class Viability(Machine machine)
{
    private readonly Dictionary<long, bool> _known = [];
    private readonly char[] _symbols = [.. Alphabet.In(machine.Symbols)];

    public bool IsViable(long state)
    {
        if (_known.TryGetValue(state, out bool known))
        {
            return known;
        }

        var seen = new HashSet<long> { state };
        var way = new Stack<Visit>([Enter(state)]);
        while (way.TryPeek(out Visit? here))
        {
            if (here.LeadsToAnEnd)
            {
                foreach (Visit visit in way)
                {
                    _known[visit.State] = true; // the whole way to an end is viable
                }

                return true;
            }

            if (here.TryNext(out long there))
            {
                if (_known.TryGetValue(there, out known))
                {
                    here.LeadsToAnEnd = known;
                }
                else if (seen.Add(there))
                {
                    way.Push(Enter(there));
                }
                else
                {
                    here.IsOpen = true;
                }
            }
            else
            {
                Leave(way);
            }
        }

        foreach (long dead in seen)
        {
            _known[dead] = false;
        }

        return false;
    }

    // Everything after a state is a dead end, or depends on states that the search has not left yet.
    private void Leave(Stack<Visit> way)
    {
        Visit left = way.Pop();
        if (!left.IsOpen)
        {
            _known[left.State] = false;
        }
        else if (way.TryPeek(out Visit? before))
        {
            before.IsOpen = true;
        }
    }

    private Visit Enter(long state)
    {
        var next = new List<long>();
        foreach (char symbol in _symbols)
        {
            machine.Step(state, symbol, next);
        }

        return new Visit(state, [.. next.Where(there => there != state).Distinct()]) { LeadsToAnEnd = machine.IsEnd(state) };
    }

    // A state on the search's path, and how many of its successors have been visited.
    private sealed class Visit(long state, long[] next)
    {
        private int _looked;

        public long State => state;

        public bool LeadsToAnEnd { get; set; }

        public bool IsOpen { get; set; }

        public bool TryNext(out long there)
        {
            bool more = _looked < next.Length;
            there = more ? next[_looked++] : 0;
            return more;
        }
    }
}
