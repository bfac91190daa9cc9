namespace Cifra.Reading.Forms;

/// <summary>How fields may be called, such that rules can name them.</summary>
internal static class FormNames
{
    private const int Longest = 64;

    /// <summary>Whether a field may have a name.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= Longest && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && name is not ("sum" or "SUM");
}
