namespace Cifra.Reading.Grammars;

/// <summary>The form of a text: symbols in sequence, in choice, repeated.</summary>
internal abstract record Pattern
{
    /// <summary>Number of symbols with every repetition written out; it bounds the size of the machine.</summary>
    public abstract long Size { get; }

    /// <summary>One after the other.</summary>
    public static Pattern Sequence(params IReadOnlyList<Pattern> parts) => new SequencePattern(parts);

    /// <summary>One of them.</summary>
    public static Pattern Choice(params IReadOnlyList<Pattern> parts) => parts.Count == 1 ? parts[0] : new ChoicePattern(parts);

    /// <summary>One symbol of a set.</summary>
    public static Pattern Symbol(ulong set) => new SymbolPattern(set);

    /// <summary>The same texts; symbols of exactly this <paramref name="set"/> are not part of the value.</summary>
    public abstract Pattern Ignoring(ulong set);
}

/// <summary>One symbol of a set.</summary>
/// <param name="Set">The symbols, as <see cref="Alphabet"/> numbers them.</param>
/// <param name="IsWritten">Whether the symbol is part of the value.</param>
/// <param name="Before">Text that the value has before the symbol: the point before the cents.</param>
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
