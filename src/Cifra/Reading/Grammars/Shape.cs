namespace Cifra.Reading.Grammars;

/// <summary>The form of a text: symbols in sequence, in choice, repeated.</summary>
internal abstract record Shape
{
    /// <summary>How many symbols it is made of when every repetition is written out; what bounds the machine made of it.</summary>
    public abstract long Size { get; }

    /// <summary>One after the other.</summary>
    public static Shape Sequence(params IReadOnlyList<Shape> parts) => new SequenceShape(parts);

    /// <summary>One of them.</summary>
    public static Shape Choice(params IReadOnlyList<Shape> parts) => parts.Count == 1 ? parts[0] : new ChoiceShape(parts);

    /// <summary>One symbol of a set.</summary>
    public static Shape Symbol(ulong set) => new SymbolShape(set);

    /// <summary>The same texts, of whose symbols those in <paramref name="set"/> (and in no other set) are no part of the value.</summary>
    public abstract Shape Ignoring(ulong set);
}

/// <summary>One symbol of a set.</summary>
/// <param name="Set">The symbols, as <see cref="Alphabet"/> numbers them.</param>
/// <param name="IsWritten">Whether the symbol is part of the value.</param>
/// <param name="Before">What the value has before it: the point before the first digit of cents.</param>
internal sealed record SymbolShape(ulong Set, bool IsWritten = true, string Before = "") : Shape
{
    public override long Size => 1;

    public override Shape Ignoring(ulong set) => (Set & ~set) == 0 ? this with { IsWritten = false } : this;
}

/// <summary>One after the other.</summary>
internal sealed record SequenceShape(IReadOnlyList<Shape> Parts) : Shape
{
    public override long Size => Parts.Sum(part => part.Size);

    public override Shape Ignoring(ulong set) => new SequenceShape([.. Parts.Select(part => part.Ignoring(set))]);
}

/// <summary>One of several.</summary>
internal sealed record ChoiceShape(IReadOnlyList<Shape> Parts) : Shape
{
    public override long Size => Parts.Sum(part => part.Size);

    public override Shape Ignoring(ulong set) => new ChoiceShape([.. Parts.Select(part => part.Ignoring(set))]);
}

/// <summary>From <paramref name="Least"/> to <paramref name="Most"/> times, or any number from <paramref name="Least"/> on.</summary>
internal sealed record RepeatShape(Shape Part, int Least, int? Most) : Shape
{
    public override long Size => Math.Min(Part.Size, int.MaxValue) * Math.Max(1, Most ?? Least);

    public override Shape Ignoring(ulong set) => this with { Part = Part.Ignoring(set) };
}
