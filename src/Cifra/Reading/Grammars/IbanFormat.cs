using System.Globalization;
using System.Text;

namespace Cifra.Reading.Grammars;

/// <summary>The form of a country's account numbers, after the country's letters and the two check digits.</summary>
/// <param name="Region">The country's letters in lower case.</param>
/// <param name="Account">Counts and kinds as the registry writes them: 4a14n is four letters and fourteen digits; c is either.</param>
internal sealed record IbanFormat(string Region, string Account)
{
    /// <summary>Every country known here.</summary>
    /// <remarks>SWIFT, IBAN Registry (ISO 13616).</remarks>
    public static IReadOnlyList<IbanFormat> All { get; } =
    [
        new("at", "16n"), new("be", "12n"), new("br", "23n1a1c"), new("ch", "5n12c"), new("cz", "20n"), new("de", "18n"), new("dk", "14n"), new("es", "20n"),
        new("fi", "14n"), new("fr", "10n11c2n"), new("gb", "4a14n"), new("gr", "7n16c"), new("hu", "24n"), new("ie", "4a14n"), new("it", "1a10n12c"),
        new("lu", "3n13c"),
        new("nl", "4a10n"), new("no", "11n"), new("pl", "24n"), new("pt", "21n"), new("se", "20n"), new("sk", "20n"),
    ];

    /// <summary>The form, a gap allowed after every symbol: people write groups of four.</summary>
    public Pattern ToPattern()
    {
        StringBuilder pattern = new StringBuilder(Region.ToUpperInvariant()).Append("[0-9]{2}");
        int start = 0;
        for (int i = 0; i < Account.Length; i++)
        {
            if (char.IsAsciiLetter(Account[i]))
            {
                string kind = Account[i] switch { 'n' => "[0-9]", 'a' => "[A-Z]", _ => "[0-9A-Z]" };
                pattern.Append(CultureInfo.InvariantCulture, $"(~{kind}){{{Account.AsSpan(start, i - start)}}}");
                start = i + 1;
            }
        }

        return PatternParser.Parse(pattern.ToString());
    }
}
