namespace Cifra.Reading.Grammars;

/// <summary>The forms of a region's number plates.</summary>
/// <param name="Region">The key: ISO 3166's letters in lower case ("uk" for the United Kingdom), of a state "us-ca".</param>
/// <param name="Examples">What they look like, for people.</param>
/// <param name="Patterns">The forms, see docs/grammars.md; those of present plates first, then older ones that are still seen.</param>
internal sealed record PlateFormat(string Region, string Examples, params IReadOnlyList<string> Patterns)
{
    private static readonly string[] OutsideEurope = ["ar", "br", "in", "us", "uy"];

    /// <summary>Every region known here, by key.</summary>
    /// <remarks>
    /// Laws and offices where they define the letters: BR, AR, UY: Resolução CONTRAN 780/2019 and Mercosur GMC 33/14 (new plates), Resolução 231/2007 (old).
    /// DE: Fahrzeug-Zulassungsverordnung, § 9 and annex 2. ES: Real Decreto 2822/1998, annex XVIII (no vowels, no Ñ, no Q). FR: arrêté of 9 February 2009
    /// (no I, O, U). IT: D.P.R. 495/1992, art. 257 (no I, O, Q, U). NL: RDW, "sidecodes". UK: DVLA, INF104 (no I, Q). IN: Central Motor Vehicles Rules
    /// 1989, rule 50, and its BH series.
    /// The rest, states of the US among them: the offices' lists as collected in Wikipedia's "Vehicle registration plates of …", 2024.
    /// The US has no common form, and personalized plates: two to eight digits and letters.
    /// </remarks>
    public static IReadOnlyList<PlateFormat> All { get; } =
    [
        new("ar", "AB123CD, ABC123", "[A-Z]{2}~[0-9]{3}~[A-Z]{2}", "[A-Z]{3}~[0-9]{3}"),
        new("at", "W12345A, GU123AB", "[A-Z]{1,2}~[0-9]{1,5}~[A-Z]{1,3}"),
        new("be", "1ABC234, ABC123", "[1-9]~[A-Z]{3}~[0-9]{3}", "[A-Z]{3}~[0-9]{3}"),
        new("br", "ABC1D23, ABC1234", "[A-Z]{3}~[0-9][A-J][0-9]{2}", "[A-Z]{3}~[0-9]{4}"),
        new("ch", "ZH123456", "(A[GIR]|B[ELS]|FR|G[ELR]|JU|LU|N[EW]|OW|S[GHOZ]|T[GI]|UR|V[DS]|Z[GH])~[0-9]{1,6}"),
        new("cz", "1A23456", "[0-9][A-Z][0-9A-Z]~[0-9]{4}"),
        new("de", "BAB1234, MX12E", "[A-Z]{1,3}~[A-Z]{1,2}~[1-9][0-9]{0,3}[EH]?"),
        new("dk", "AB12345", "[A-Z]{2}~[0-9]{2}~[0-9]{3}"),
        new("es", "1234BCD, M1234AB", "[0-9]{4}~[BCDFGHJ-NPR-TV-Z]{3}", "[A-Z]{1,2}~[0-9]{4}~[A-Z]{1,2}"),
        new("fi", "ABC123", "[A-Z]{2,3}~[1-9][0-9]{0,2}"),
        new("fr", "AB123CD, 1234AB75", "[A-HJ-NP-TV-Z]{2}~[0-9]{3}~[A-HJ-NP-TV-Z]{2}", "[1-9][0-9]{0,3}~[A-Z]{1,3}~([0-9]{2}|2[AB]|97[1-6])"),
        new("gr", "ABE1234", "[ABEHIKMNOPTXYZ]{3}~[1-9][0-9]{3}"),
        new("hu", "ABC123, AABC123", "[A-Z]{3}~[0-9]{3}", "[A-Z]{2}~[A-Z]{2}~[0-9]{3}"),
        new("ie", "191D12345", "[0-9]{2}[12]?~[A-Z]{1,2}~[1-9][0-9]{0,5}"),
        new("in", "MH12AB1234, 21BH1234AA", "[A-Z]{2}~[0-9]{1,2}~[A-Z]{0,3}~[0-9]{4}", "[0-9]{2}~BH~[0-9]{4}~[A-Z]{1,2}"),
        new("it", "AB123CD", "[A-HJ-NPR-TV-Z]{2}~[0-9]{3}~[A-HJ-NPR-TV-Z]{2}"),
        new(
            "nl",
            "AB123C, 12ABC3, 12AB34",
            "[0-9]{2}~[A-Z]{2}~([0-9]{2}|[A-Z]{2})",
            "[A-Z]{2}~[0-9]{2}~([0-9]{2}|[A-Z]{2})",
            "[0-9]{2}~[0-9]{2}~[A-Z]{2}",
            "[A-Z]{2}~[A-Z]{2}~[0-9]{2}",
            "[0-9]{2}~[A-Z]{3}~[0-9]",
            "[0-9]~[A-Z]{3}~[0-9]{2}",
            "[A-Z]{2}~[0-9]{3}~[A-Z]",
            "[A-Z]~[0-9]{3}~[A-Z]{2}",
            "[A-Z]{3}~[0-9]{2}~[A-Z]",
            "[A-Z]~[0-9]{2}~[A-Z]{3}",
            "[0-9]~[A-Z]{2}~[0-9]{3}",
            "[0-9]{3}~[A-Z]{2}~[0-9]"),
        new("no", "AB12345", "[A-Z]{2}~[0-9]{4,5}"),
        new("pl", "WA12345, WPI1A23", "[A-Z]{2,3}~[0-9][0-9A-Z]{3,4}", "[A-Z]{3}~[A-Z][0-9A-Z]{3}"),
        new("pt", "AB12CD, 12AB34", "[A-Z]{2}~[0-9]{2}~([A-Z]{2}|[0-9]{2})", "[0-9]{2}~[A-Z]{2}~[0-9]{2}", "[0-9]{2}~[0-9]{2}~[A-Z]{2}"),
        new("ro", "B123ABC, CJ12ABC", "[A-Z]{1,2}~[0-9]{2,3}~[A-Z]{3}"),
        new("se", "ABC123, ABC12A", "[A-HJ-PR-UW-Z]{3}~[0-9]{2}[0-9A-HJ-NPR-UW-Z]"),
        new("sk", "BA123AB, AB123CD", "[A-Z]{2}~[0-9]{3}~[A-Z]{2}"),
        new(
            "uk",
            "AB12CDE, A123BCD",
            "[A-HJ-PR-Y]{2}~[0-9]{2}~[A-HJ-PR-Z]{3}",
            "[A-HJ-NPR-Y][0-9]{1,3}~[A-HJ-PR-Z]{3}",
            "[A-HJ-PR-Z]{3}~[0-9]{1,3}[A-HJ-NPR-Y]"),
        new("us", "2 to 8 digits and letters", "[0-9A-Z](~[0-9A-Z]){1,7}"),
        new("us-az", "ABC1234", "[A-Z]{3}~[0-9]{4}"),
        new("us-ca", "1ABC234, 12345A1", "[0-9]~[A-Z]{3}~[0-9]{3}", "[0-9]{5}~[A-Z][0-9]", "[0-9][A-Z]~[0-9]{5}"),
        new("us-fl", "ABCD12, A123BC", "[A-Z]{3}~[A-Z][0-9]{2}", "[A-Z][0-9]{2}~[0-9][A-Z]{2}"),
        new("us-ga", "ABC1234", "[A-Z]{3}~[0-9]{4}"),
        new("us-il", "AB12345, A123456", "[A-Z]{2}~[0-9]{5}", "[A-Z]~[0-9]{3}~[0-9]{3}"),
        new("us-mo", "AB1C2D", "[A-Z]{2}[0-9]~[A-Z][0-9][A-Z]"),
        new("us-nc", "ABC1234", "[A-Z]{3}~[0-9]{4}"),
        new("us-nj", "A12BCD", "[A-Z][0-9]{2}~[A-Z]{3}"),
        new("us-ny", "ABC1234", "[A-Z]{3}~[0-9]{4}"),
        new("us-oh", "ABC1234", "[A-Z]{3}~[0-9]{4}"),
        new("us-pa", "ABC1234", "[A-Z]{3}~[0-9]{4}"),
        new("us-tx", "ABC1234", "[A-Z]{3}~[0-9]{4}"),
        new("us-va", "ABC1234", "[A-Z]{3}~[0-9]{4}"),
        new("us-wa", "ABC1234, 123ABC", "[A-Z]{3}~[0-9]{4}", "[0-9]{3}~[A-Z]{3}"),
        new("uy", "ABC1234", "[A-Z]{3}~[0-9]{4}"),
    ];

    /// <summary>The grammar of a region's plates; null for an unknown region.</summary>
    /// <param name="region">A region, "eu" for all of Europe, or null for any plate.</param>
    public static Grammar? Find(string? region)
    {
        if (region is null)
        {
            return new PatternGrammar("number plate", PatternParser.Parse("[0-9A-Z](~[0-9A-Z]){1,8}"));
        }

        PlateFormat[] formats = [.. All.Where(format => format.Region == region || (region == "eu" && format.IsEuropean))];
        if (formats.Length == 0)
        {
            return null;
        }

        Pattern shape = Pattern.Choice([.. formats.SelectMany(format => format.Patterns).Select(PatternParser.Parse)]);
        string looks = string.Join(", ", formats.Take(3).Select(format => format.Examples));
        return new PatternGrammar($"number plate ({region})", shape) { Hint = $"plates of {region} look like {looks}" };
    }

    /// <summary>The formats of a region's plates: its own and those of its states.</summary>
    /// <param name="region">A region, "eu" for all of Europe, or null for all formats.</param>
    public static IEnumerable<PlateFormat> FormsOf(string? region) => All.Where(format => !format.IsAnything
        && (region is null
            || format.Region == region
            || format.Region.StartsWith(region + "-", StringComparison.Ordinal)
            || (region == "eu" && format.IsEuropean)));

    // The United States have no form of their own; their states have.
    private bool IsAnything => Region == "us";

    private bool IsEuropean => !OutsideEurope.Contains(Region.Split('-')[0]);
}
