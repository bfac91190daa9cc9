namespace Cifra.Reading.Grammars;

/// <summary>The grammars that ship.</summary>
public abstract partial class Grammar
{
    /// <summary>The names that <see cref="Parse"/> understands, one per line: "zip[:REGION]  postcodes …".</summary>
    public static IReadOnlyList<string> Forms => GrammarNames.Forms;

    /// <summary>The grammar with a name, as command lines and form templates write it: <c>zip:de</c>, <c>date:dmy</c>, <c>pattern:[0-9]{3}</c>.</summary>
    /// <param name="text">The name; after a colon, its argument. docs/grammars.md has all names.</param>
    /// <exception cref="ArgumentException">No grammar has this name, or what follows the colon is wrong; the message lists the names.</exception>
    /// <exception cref="InvalidDataException">The named file is not a list of codes.</exception>
    /// <exception cref="IOException">The named file cannot be read.</exception>
    public static Grammar Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return GrammarNames.Parse(text);
    }

    /// <summary>Numbers by how many digits they have. Spaces, dashes and points between digits are ignored.</summary>
    /// <param name="least">Fewest digits, 1 to 100.</param>
    /// <param name="most">Most digits, up to 100; null for no limit.</param>
    public static Grammar Digits(int least, int? most)
    {
        Guard.InRange(least, 1, Numbers.MostDigits);
        Guard.InRange(most ?? least, least, Numbers.MostDigits, nameof(most));
        return Numbers.Digits(least, most);
    }

    /// <summary>The texts of a pattern: <c>[A-Z]{2}[0-9]+(-[0-9])?</c>. The whole text has to fit.</summary>
    /// <exception cref="ArgumentException">The pattern is not well formed; the message names the place.</exception>
    public static Grammar Pattern(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new PatternGrammar($"pattern {pattern}", PatternParser.Parse(pattern));
    }

    /// <summary>The postcodes of a region such as "us", "de", "uk".</summary>
    /// <exception cref="ArgumentException">The region is not known; the message names those that are.</exception>
    public static Grammar Postcode(string region) =>
        PostcodeFormat.All.FirstOrDefault(format => format.Region == region)?.ToGrammar()
        ?? throw Unknown("postcodes", region, PostcodeFormat.All.Select(format => format.Region));

    /// <summary>Amounts of money. Stars, <c># = - :</c> and spaces that fill the field, and the currency sign, are ignored.</summary>
    public static Grammar Amount(AmountOptions? options = null) => new AmountGrammar(options ?? new AmountOptions());

    /// <summary>Dates that exist.</summary>
    /// <exception cref="ArgumentException">The options admit no date.</exception>
    public static Grammar Date(DateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new DateGrammar(options);
    }

    /// <summary>The codes of a text file, one per line; blank lines and lines that begin with # are skipped.</summary>
    /// <param name="path">The file: at most a million codes, 16 MiB, 64 symbols each.</param>
    /// <exception cref="InvalidDataException">The file is not such a list; the message names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Grammar Codes(string path) => CodeFile.LoadCodes(path);

    /// <summary>
    /// The texts that a file lists as expected in the field, such as the amounts of payment slips. Digits and letters are compared; amounts in whole units
    /// may be written with 00 cents or without.
    /// </summary>
    /// <param name="path">The file, as for <see cref="Codes"/>.</param>
    /// <param name="within">Only texts of this grammar are taken; null takes all.</param>
    /// <exception cref="InvalidDataException">The file is not a list of codes, or none of them is in the grammar; the message names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Grammar Expected(string path, Grammar? within = null) => CodeFile.LoadExpected(path, within);

    /// <summary>Numbers of 2 to 100 digits whose last is Luhn's check digit, as on payment cards.</summary>
    public static Grammar Luhn(int least, int most)
    {
        Guard.InRange(least, 2, Numbers.MostDigits);
        Guard.InRange(most, least, Numbers.MostDigits);
        return Numbers.Luhn(least, most);
    }

    /// <summary>
    /// Numbers whose last digit is a check digit modulo 11, X for ten. Its weight is 1; from right to left the others have 2, 3 … up to
    /// <paramref name="largestWeight"/>, then 2 again.
    /// </summary>
    /// <param name="digits">3 to 50, the check digit among them: 10 for ISBN, 8 for ISSN.</param>
    /// <param name="largestWeight">3 to 10. Banks often use 7.</param>
    public static Grammar Mod11(int digits, int largestWeight = 10)
    {
        Guard.InRange(digits, 3, 50);
        Guard.InRange(largestWeight, 3, 10);
        return Numbers.Mod11(digits, largestWeight);
    }

    /// <summary>Numbers of 3 to 100 digits, of which the last two are check digits by ISO/IEC 7064 MOD 97-10.</summary>
    public static Grammar Mod97(int least, int most)
    {
        Guard.InRange(least, 3, Numbers.MostDigits);
        Guard.InRange(most, least, Numbers.MostDigits);
        return Numbers.Mod97(least, most);
    }

    /// <summary>International bank account numbers of a region such as "de", or of all regions known here.</summary>
    /// <exception cref="ArgumentException">The region is not known; the message names those that are.</exception>
    public static Grammar Iban(string? region = null)
    {
        IbanFormat[] formats = [.. IbanFormat.All.Where(format => region is null || format.Region == region)];
        return formats.Length > 0
            ? Numbers.Iban(formats)
            : throw Unknown("account numbers", region, IbanFormat.All.Select(format => format.Region));
    }

    /// <summary>American routing numbers, as on cheques: nine digits with a check digit and a prefix that is in use.</summary>
    public static Grammar RoutingNumber() => Numbers.Routing();

    /// <summary>Number plates of a region such as "br", of "eu" for all of Europe, or any plates.</summary>
    /// <exception cref="ArgumentException">The region is not known; the message names those that are.</exception>
    public static Grammar Plate(string? region = null) =>
        PlateFormat.Find(region)
        ?? throw Unknown("plates", region, PlateFormat.All.Select(format => format.Region).Prepend("eu"));

    /// <summary>The texts of any of several grammars.</summary>
    public static Grammar AnyOf(params IReadOnlyList<Grammar> grammars)
    {
        ArgumentNullException.ThrowIfNull(grammars);
        return grammars.Count > 0 ? new AnyOfGrammar(grammars) : throw new ArgumentException("At least one grammar is needed.", nameof(grammars));
    }

    private static ArgumentException Unknown(string what, string? region, IEnumerable<string> known) =>
        new($"No {what} are known of '{region}'; they are of {string.Join(", ", known)}.", nameof(region));
}
