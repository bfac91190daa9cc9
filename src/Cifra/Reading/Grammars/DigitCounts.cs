using System.Globalization;

namespace Cifra.Reading.Grammars;

/// <summary>How many digits a number has: from least to most, or either of the two.</summary>
internal sealed record DigitCounts(int Least, int? Most, bool OnlyThese = false)
{
    /// <summary>Either of two counts, or one.</summary>
    public static DigitCounts Either(int least, int most) => new(least, most, OnlyThese: true);

    /// <summary>"4 digits are too few; it has 5 or 9", or null where the number of digits is right and there is nothing but digits.</summary>
    public string? Objection(string text)
    {
        if (text.FirstOrDefault(char.IsAsciiLetter) is char letter and not '\0')
        {
            return $"'{letter}' is no digit";
        }

        int count = text.Count(char.IsAsciiDigit);
        bool fits = OnlyThese ? count == Least || count == Most : count >= Least && (Most is null || count <= Most);
        string are = count == 1 ? "digit is" : "digits are";
        string wrong = count > Most ? "too many" : count < Least ? "too few" : "not right";
        return fits ? null : string.Create(CultureInfo.InvariantCulture, $"{count} {are} {wrong}; it has {this}");
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Most is null ? $"at least {Least}" : Most == Least ? $"{Least}" : OnlyThese ? $"{Least} or {Most}" : $"{Least} to {Most}";
}
