namespace Cifra.Reading.Grammars;

/// <summary>Tells which states of a machine some continuation leads out of, to the end of a text.</summary>
/// <remarks>A search from the state, depth first, so that a free way to the end is found at once; all that a search learned is remembered. Not thread-safe.</remarks>
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

        var cameFrom = new Dictionary<long, long>();
        var open = new Stack<long>([state]);
        var next = new List<long>();
        cameFrom[state] = state;
        while (open.TryPop(out long here))
        {
            if (machine.IsEnd(here) || _known.GetValueOrDefault(here))
            {
                Remember(here, cameFrom);
                return true;
            }

            foreach (char symbol in _symbols)
            {
                next.Clear();
                machine.Step(here, symbol, next);
                foreach (long there in next)
                {
                    if (_known.GetValueOrDefault(there, true) && cameFrom.TryAdd(there, here))
                    {
                        open.Push(there);
                    }
                }
            }
        }

        foreach (long dead in cameFrom.Keys)
        {
            _known[dead] = false;
        }

        return false;
    }

    // The whole way to an end is viable.
    private void Remember(long end, Dictionary<long, long> cameFrom)
    {
        for (long here = end; ; here = cameFrom[here])
        {
            _known[here] = true;
            if (cameFrom[here] == here)
            {
                return;
            }
        }
    }
}
