namespace Cifra.Reading.Grammars;

/// <summary>The deterministic states of a machine: subsets of its states without dead ends, made when they are first reached.</summary>
internal sealed class MachineStates
{
    // States beyond this number are not cached, so a grammar's memory is bounded whatever texts it meets.
    private const int MostKept = 1 << 15;

    private readonly Machine _machine;
    private readonly Viability _viability;
    private readonly HashSet<MachineState> _kept = [];
    private readonly Lock _lock = new();

    public MachineStates(Machine machine)
    {
        _machine = machine;
        _viability = new Viability(machine);
        Start = Make([.. machine.Starts]);
    }

    /// <summary>The state before the first symbol.</summary>
    public MachineState Start { get; }

    /// <summary>The state after one more symbol; one without members where there is none.</summary>
    public MachineState Step(ReadOnlySpan<long> members, char symbol)
    {
        lock (_lock)
        {
            var next = new List<long>();
            foreach (long member in members)
            {
                _machine.Step(member, symbol, next);
            }

            return Make(next);
        }
    }

    private MachineState Make(List<long> members)
    {
        long[] viable = [.. members.Distinct().Where(_viability.IsViable).Order()];
        bool keep = _kept.Count < MostKept;
        var made = new MachineState(this, viable, viable.Any(_machine.IsEnd), keep);
        if (_kept.TryGetValue(made, out MachineState? kept))
        {
            return kept;
        }

        if (keep)
        {
            _kept.Add(made);
        }

        return made;
    }
}
