namespace Cifra.Reading.Grammars;

/// <summary>The form of a text: symbols in sequence, in choice, repeated.</summary>
internal abstract record Pattern
{
    /// <summary>How many symbols it is made of when every repetition is written out; what bounds the machine made of it.</summary>
    public abstract long Size { get; }

    /// <summary>One after the other.</summary>
    public static Pattern Sequence(params IReadOnlyList<Pattern> parts) => new SequencePattern(parts);

    /// <summary>One of them.</summary>
    public static Pattern Choice(params IReadOnlyList<Pattern> parts) => parts.Count == 1 ? parts[0] : new ChoicePattern(parts);

    /// <summary>One symbol of a set.</summary>
    public static Pattern Symbol(ulong set) => new SymbolPattern(set);

    /// <summary>The same texts, of whose symbols those in <paramref name="set"/> (and in no other set) are no part of the value.</summary>
    public abstract Pattern Ignoring(ulong set);
}

/// <summary>One symbol of a set.</summary>
/// <param name="Set">The symbols, as <see cref="Alphabet"/> numbers them.</param>
/// <param name="IsWritten">Whether the symbol is part of the value.</param>
/// <param name="Before">What the value has before it: the point before the first digit of cents.</param>
internal sealed record SymbolPattern(ulong Set, bool IsWritten = true, string Before = "") : Pattern
{
    public override long Size => 1;

    public override Pattern Ignoring(ulong set) => (Set & ~set) == 0 ? this with { IsWritten = false } : this;
}

/// <summary>One after the other.</summary>
internal sealed record SequencePattern(IReadOnlyList<Pattern> Parts) : Pattern
{
    public override long Size => Parts.Sum(part => part.Size);

    public override Pattern Ignoring(ulong set) => new SequencePattern([.. Parts.Select(part => part.Ignoring(set))]);
}

/// <summary>One of several.</summary>
internal sealed record ChoicePattern(IReadOnlyList<Pattern> Parts) : Pattern
{
    public override long Size => Parts.Sum(part => part.Size);

    public override Pattern Ignoring(ulong set) => new ChoicePattern([.. Parts.Select(part => part.Ignoring(set))]);
}

/// <summary>From <paramref name="Least"/> to <paramref name="Most"/> times, or any number from <paramref name="Least"/> on.</summary>
internal sealed record RepeatPattern(Pattern Part, int Least, int? Most) : Pattern
{
    public override long Size => Math.Min(Part.Size, int.MaxValue) * Math.Max(1, Most ?? Least);

    public override Pattern Ignoring(ulong set) => this with { Part = Part.Ignoring(set) };
}
