using System.Text;

namespace Cifra.Reading.Grammars;

/// <summary>The texts of a pattern: numbers of digits, postcodes, plates.</summary>
internal sealed class PatternGrammar : Grammar
{
    private readonly MachineStates _states;

    public PatternGrammar(string name, Pattern shape)
        : base(name)
    {
        Machine = new PatternMachine(shape);
        _states = new MachineStates(Machine);
    }

    /// <summary>The pattern's machine.</summary>
    public PatternMachine Machine { get; }

    /// <summary>How many digits there are, for patterns of digits alone.</summary>
    public DigitCounts? Counts { get; init; }

    /// <summary>Objection to texts whose digits and letters do not fit; null names the place that does not.</summary>
    public string? Hint { get; init; }

    /// <summary>How values are written, by their length: "#####-####", one # a symbol. Lengths without a layout are written as they are.</summary>
    public IReadOnlyList<string> Layouts { get; init; } = [];

    /// <inheritdoc/>
    public override GrammarState Start => _states.Start;

    /// <inheritdoc/>
    protected override string Reason(string text) =>
        Counts?.Objection(text) ?? (Hint is not null && text.Length > 0 && !Accepts(Bare(text)) ? Hint : Reasons.Of(Start, text));

    /// <inheritdoc/>
    protected override string Value(string text)
    {
        string value = Machine.ValueOf(text)!;
        string? layout = Layouts.FirstOrDefault(layout => layout.Count(c => c == '#') == value.Length);
        return layout is null ? value : Laid(value, layout);
    }

    // Without the marks between: if this is in the grammar, only the marks are wrong.
    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));

    private static string Laid(string value, string layout)
    {
        var laid = new StringBuilder(layout.Length);
        int next = 0;
        foreach (char c in layout)
        {
            laid.Append(c == '#' ? value[next++] : c);
        }

        return laid.ToString();
    }
}
