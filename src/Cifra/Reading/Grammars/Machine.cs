namespace Cifra.Reading.Grammars;

/// <summary>
/// A nondeterministic finite automaton that accepts the texts of a grammar. <see cref="MachineStates"/> makes it deterministic, without dead ends.
/// </summary>
/// <remarks>A state is a number that only the machine understands. There are finitely many; some may be dead ends.</remarks>
internal abstract class Machine
{
    /// <summary>The states before the first symbol.</summary>
    public abstract IReadOnlyList<long> Starts { get; }

    /// <summary>Every symbol that a text may hold.</summary>
    public virtual ulong Symbols => Alphabet.All;

    /// <summary>Whether a text may end in the state.</summary>
    public abstract bool IsEnd(long state);

    /// <summary>Adds the states after one more symbol.</summary>
    public abstract void Step(long state, char symbol, List<long> into);
}
