namespace Cifra.Evaluation.Strings;

/// <summary>What of a text is compared: its characters without separators, in lines and groups.</summary>
internal static class StringText
{
    /// <summary>Separates lines.</summary>
    public const char LineBreak = '|';

    /// <summary>The digits, and the letters where they count, as capitals; of all lines, one after the other.</summary>
    public static string Characters(string text, bool letters) => string.Concat(text.Where(c => Counts(c, letters)).Select(char.ToUpperInvariant));

    /// <summary>The same line by line and group by group: "12 345|6" for two lines. Groups and lines without any are left out.</summary>
    public static string Grouped(string text, bool letters) => string.Join(
        LineBreak,
        text.Split(LineBreak)
            .Select(line => line.Split((char[]?)null, StringSplitOptions.None).Select(group => Characters(group, letters)))
            .Select(groups => string.Join(' ', groups.Where(group => group.Length > 0)))
            .Where(line => line.Length > 0));

    private static bool Counts(char c, bool letters) => char.IsAsciiDigit(c) || (letters && char.IsAsciiLetter(c));
}
