namespace Cifra.Reading.Grammars;

/// <summary>The deterministic states of a machine, made when they are first stepped into: subsets of its states, those that lead nowhere left out.</summary>
internal sealed class MachineStates
{
    // Beyond so many, states are made anew each time: a grammar's memory stays bounded whatever texts it is tried on.
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
