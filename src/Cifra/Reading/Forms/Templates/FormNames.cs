namespace Cifra.Reading.Forms.Templates;

/// <summary>The rule for field names, which keeps them readable in constraints.</summary>
internal static class FormNames
{
    private const int Longest = 64;

    /// <summary>
    /// Whether a field may have this name: a letter, then letters, digits and underscores, 64 characters at most, and not the word <c>sum</c>.
    /// </summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= Longest
        && char.IsAsciiLetter(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && name is not ("sum" or "SUM");
}
