namespace Cifra.Reading.Grammars;

/// <summary>A place where a grammar changed a reading.</summary>
/// <param name="Place">Index in the chosen text; of a symbol left out, where it would stand.</param>
/// <param name="Chosen">The symbol there; null where one was left out.</param>
/// <param name="Read">The symbol that would have been read; null where there would be none.</param>
/// <param name="Reason">The grammar's objection to the text with this one place as it would have been read.</param>
public sealed record GrammarChange(int Place, char? Chosen, char? Read, string Reason)
{
    /// <summary>"5 rather than 6: else the check digit (Luhn) is wrong".</summary>
    public string Text => $"{What}: {Reason}";

    private string What => (Chosen, Read) switch
    {
        (char chosen, char read) => $"{Name(chosen)} rather than {Name(read)}",
        (char chosen, null) => $"{Name(chosen)} rather than nothing",
        (_, char read) => $"no {Name(read)}",
        _ => "no change",
    };

    private static string Name(char symbol) => symbol == ' ' ? "space" : $"{symbol}";
}
