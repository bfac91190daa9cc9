namespace Cifra.Reading.Grammars;

/// <summary>A set of a machine's states; two with the same members are equal.</summary>
internal sealed record MachineState : GrammarState
{
    private readonly MachineStates _states;
    private readonly long[] _members;
    private readonly int _hash;
    private readonly bool _isEnd;
    private readonly MachineState?[]? _next; // by symbol; null for a state that is not cached, so that it does not keep others alive

    public MachineState(MachineStates states, long[] members, bool isEnd, bool keep)
    {
        _states = states;
        _members = members;
        _isEnd = isEnd;
        _next = keep ? new MachineState?[Alphabet.Symbols.Length] : null;
        var hash = new HashCode();
        foreach (long member in members)
        {
            hash.Add(member);
        }

        _hash = hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override bool IsEnd => _isEnd;

    /// <summary>Whether no text reaches this state.</summary>
    public bool IsDead => _members.Length == 0;

    /// <inheritdoc/>
    public override GrammarState? After(char symbol)
    {
        int slot = Alphabet.IndexOf(symbol);
        if (slot < 0)
        {
            return null;
        }

        MachineState? next = _next is null ? null : Volatile.Read(ref _next[slot]);
        if (next is null)
        {
            next = _states.Step(_members, symbol);
            if (_next is not null && (next._next is not null || next.IsDead))
            {
                Volatile.Write(ref _next[slot], next);
            }
        }

        return next.IsDead ? null : next;
    }

    /// <summary>Whether both are sets of the same machine with the same members.</summary>
    public bool Equals(MachineState? other) =>
        other is not null
        && (ReferenceEquals(this, other) || (ReferenceEquals(_states, other._states) && _members.AsSpan().SequenceEqual(other._members)));

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
