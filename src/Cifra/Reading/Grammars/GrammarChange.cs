namespace Cifra.Reading.Grammars;

/// <summary>A place where a grammar made a reading other than it would have been.</summary>
/// <param name="Place">Where in the chosen text, from 0; of a symbol left out, where it would stand.</param>
/// <param name="Chosen">The symbol there; null where one was left out.</param>
/// <param name="Read">The symbol that would have been read; null where there would be none.</param>
/// <param name="Reason">Why not that: what the grammar objects to when this one place is as it would have been read.</param>
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
