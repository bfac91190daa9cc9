namespace Cifra.Reading.Grammars;

/// <summary>A check digit, computed from left to right: what is remembered is a small number.</summary>
internal abstract class Check
{
    /// <summary>What people call it.</summary>
    public abstract string Name { get; }

    /// <summary>What is remembered before the first symbol.</summary>
    public virtual int Start => 0;

    /// <summary>What is remembered after one more symbol; -1 where it cannot stand here.</summary>
    public abstract int Step(int state, char symbol);

    /// <summary>Whether a text may end here.</summary>
    public abstract bool Holds(int state);
}
