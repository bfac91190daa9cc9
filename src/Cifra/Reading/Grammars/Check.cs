namespace Cifra.Reading.Grammars;

/// <summary>A check digit, computed from left to right with a small number as its state.</summary>
internal abstract class Check
{
    /// <summary>Its name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>The state before the first symbol.</summary>
    public virtual int Start => 0;

    /// <summary>The state after one more symbol; -1 where the symbol is not allowed here.</summary>
    public abstract int Step(int state, char symbol);

    /// <summary>Whether the check digits of a text that ends here are right.</summary>
    public abstract bool Holds(int state);
}
