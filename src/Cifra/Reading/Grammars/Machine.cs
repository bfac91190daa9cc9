namespace Cifra.Reading.Grammars;

/// <summary>
/// A nondeterministic machine that takes the texts of a grammar symbol by symbol; <see cref="MachineStates"/> makes viable, deterministic states of it.
/// </summary>
/// <remarks>A state is a number whose meaning is the machine's own. There are finitely many; some of them may lead nowhere.</remarks>
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
