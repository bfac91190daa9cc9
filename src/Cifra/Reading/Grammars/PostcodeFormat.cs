namespace Cifra.Reading.Grammars;

/// <summary>The form of a country's postcodes.</summary>
/// <param name="Region">The key: ISO 3166's two letters in lower case ("uk" for the United Kingdom).</param>
/// <param name="Name">What it is called.</param>
/// <param name="Pattern">Its form, see docs/grammars.md.</param>
/// <param name="Layouts">How it is written, one # a digit or letter.</param>
internal sealed record PostcodeFormat(string Region, string Name, string Pattern, params IReadOnlyList<string> Layouts)
{
    private const string OutwardThird = "[ABCDEFGHJKPSTUW]";
    private const string OutwardFourth = "[ABEHMNPRVWXY]";
    private static readonly string[] AfterTown = ["au", "ca", "in", "kr", "nz", "sg", "uk", "us", "za"];

    private const string Inward = "~[0-9][ABD-HJLNP-UW-Z]{2}";

    /// <summary>Every country known here, by key.</summary>
    /// <remarks>
    /// Forms: Universal Postal Union, "Addressing systems", country sheets, also for which stand after the town. UK: Royal Mail, Programmers' Guide to the
    /// Postcode Address File (which letters stand where). Canada: Canada Post, Addressing Guidelines (D F I O Q U are not used, W and Z not first). NL:
    /// PostNL (SA, SD, SS are not used). ES, FR: the first two digits are the province or department.
    /// </remarks>
    public static IReadOnlyList<PostcodeFormat> All { get; } =
    [
        new("at", "Austrian postcode", "[1-9][0-9]{3}", "####"),
        new("au", "Australian postcode", "(0[289]|[1-9][0-9])[0-9]{2}", "####"),
        new("be", "Belgian postcode", "[1-9][0-9]{3}", "####"),
        new("br", "Brazilian CEP", "[0-9]{5}~[0-9]{3}", "#####-###"),
        new("ca", "Canadian postal code", "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z]~[0-9][ABCEGHJ-NPRSTV-Z][0-9]", "### ###"),
        new("ch", "Swiss postcode", "[1-9][0-9]{3}", "####"),
        new("cn", "Chinese postcode", "[0-9]{6}", "######"),
        new("cz", "Czech postcode", "[1-7][0-9]{2}~[0-9]{2}", "### ##"),
        new("de", "German postcode", "(0[1-9]|[1-9][0-9])[0-9]{3}", "#####"),
        new("dk", "Danish postcode", "[0-9]{4}", "####"),
        new("es", "Spanish postcode", "(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}", "#####"),
        new("fi", "Finnish postcode", "[0-9]{5}", "#####"),
        new("fr", "French postcode", "([0-8][0-9]|9[0-8])[0-9]{3}", "#####"),
        new("gr", "Greek postcode", "[1-8][0-9]{2}~[0-9]{2}", "### ##"),
        new("hu", "Hungarian postcode", "[1-9][0-9]{3}", "####"),
        new("in", "Indian PIN code", "[1-9][0-9]{2}~[0-9]{3}", "######"),
        new("it", "Italian CAP", "[0-9]{5}", "#####"),
        new("jp", "Japanese postal code", "[0-9]{3}~[0-9]{4}", "###-####"),
        new("kr", "Korean postcode", "[0-6][0-9]{4}", "#####"),
        new("mx", "Mexican postcode", "[0-9]{5}", "#####"),
        new("nl", "Dutch postcode", "[1-9][0-9]{3}~([A-RT-Z][A-Z]|S[BCE-RT-Z])", "#### ##"),
        new("no", "Norwegian postcode", "[0-9]{4}", "####"),
        new("nz", "New Zealand postcode", "[0-9]{4}", "####"),
        new("pl", "Polish postcode", "[0-9]{2}~[0-9]{3}", "##-###"),
        new("pt", "Portuguese postcode", "[1-9][0-9]{3}~[0-9]{3}", "####-###"),
        new("ro", "Romanian postcode", "[0-9]{6}", "######"),
        new("se", "Swedish postcode", "[1-9][0-9]{2}~[0-9]{2}", "### ##"),
        new("sg", "Singapore postcode", "[0-9]{6}", "######"),
        new(
            "uk",
            "UK postcode",
            $"([A-PR-UWYZ]([0-9]{{1,2}}|[A-HK-Y][0-9]{{1,2}}|[0-9]{OutwardThird}|[A-HK-Y][0-9]{OutwardFourth}){Inward}|GIR~0AA)",
            "## ###",
            "### ###",
            "#### ###"),
        new("us", "US ZIP code", "[0-9]{5}(~[0-9]{4})?", "#####", "#####-####"),
        new("uy", "Uruguayan postcode", "[0-9]{5}", "#####"),
        new("za", "South African postcode", "[0-9]{4}", "####"),
    ];

    /// <summary>The grammar of this form.</summary>
    public Grammar ToGrammar()
    {
        Pattern shape = PatternParser.Parse(Pattern);
        int[] lengths = [.. Layouts.Select(layout => layout.Count(c => c == '#'))];
        bool onlyDigits = Region is not ("ca" or "nl" or "uk");
        return new PatternGrammar(Name, shape)
        {
            BeforeTown = !AfterTown.Contains(Region),
            Layouts = Layouts,
            Counts = onlyDigits ? DigitCounts.Either(lengths[0], lengths[^1]) : null,
        };
    }
}
