namespace Cifra.Reading.Grammars;

/// <summary>A pattern's machine times a check: a state is a place of the pattern and the state of the check.</summary>
internal sealed class CheckedMachine(PatternMachine shape, Check check) : Machine
{
    private const int PlaceBits = 16;

    /// <inheritdoc/>
    public override IReadOnlyList<long> Starts { get; } = [(long)check.Start << PlaceBits];

    /// <inheritdoc/>
    public override ulong Symbols => shape.Symbols;

    /// <inheritdoc/>
    public override bool IsEnd(long state) => shape.IsEnd(Place(state)) && check.Holds((int)(state >> PlaceBits));

    /// <inheritdoc/>
    public override void Step(long state, char symbol, List<long> into)
    {
        int old = into.Count;
        shape.Step(Place(state), symbol, into);
        int kept = old;
        for (int i = old; i < into.Count; i++)
        {
            int remembered = (int)(state >> PlaceBits);
            int now = shape.IsWritten(into[i]) ? check.Step(remembered, symbol) : remembered;
            if (now >= 0)
            {
                into[kept++] = ((long)now << PlaceBits) | into[i];
            }
        }

        into.RemoveRange(kept, into.Count - kept);
    }

    private static long Place(long state) => state & ((1 << PlaceBits) - 1);
}
