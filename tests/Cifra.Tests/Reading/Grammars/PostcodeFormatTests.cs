using Cifra.Numerics;
using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class PostcodeFormatTests
{
    // Addresses of parliaments and post offices.
    [Theory]
    [InlineData("us", "20500", "20500")]
    [InlineData("us", "20500-0005", "20500-0005")]
    [InlineData("us", "205000005", "20500-0005")]
    [InlineData("us", "20500 0005", "20500-0005")]
    [InlineData("de", "01067", "01067")]
    [InlineData("fr", "75007", "75007")]
    [InlineData("fr", "97400", "97400")]
    [InlineData("es", "52001", "52001")]
    [InlineData("it", "00186", "00186")]
    [InlineData("at", "1010", "1010")]
    [InlineData("au", "0800", "0800")]
    [InlineData("ch", "3003", "3003")]
    [InlineData("pl", "00902", "00-902")]
    [InlineData("pt", "1249068", "1249-068")]
    [InlineData("br", "70160900", "70160-900")]
    [InlineData("in", "110 001", "110001")]
    [InlineData("jp", "1000014", "100-0014")]
    [InlineData("se", "10012", "100 12")]
    [InlineData("nl", "2513AA", "2513 AA")]
    [InlineData("ca", "K1A0A6", "K1A 0A6")]
    [InlineData("uk", "SW1A1AA", "SW1A 1AA")]
    [InlineData("uk", "M1 1AE", "M1 1AE")]
    [InlineData("uk", "B338TH", "B33 8TH")]
    [InlineData("uk", "CR26XH", "CR2 6XH")]
    [InlineData("uk", "DN551PT", "DN55 1PT")]
    [InlineData("uk", "W1A 0AX", "W1A 0AX")]
    [InlineData("uk", "GIR0AA", "GIR 0AA")]
    public void Canonical_KnownCodes_IsAsWrittenThere(string region, string text, string expected)
    {
        Grammar grammar = Grammar.Postcode(region);

        Assert.Null(grammar.Objection(text));
        Assert.Equal(expected, grammar.Canonical(text));
    }

    [Theory]
    [InlineData("us", "2050", "4 digits are too few; it has 5 or 9")]
    [InlineData("us", "205001", "6 digits are not right; it has 5 or 9")]
    [InlineData("us", "2050O", "'O' is no digit")]
    [InlineData("de", "00123", "'0' in place 2, where 1-9 belongs")]
    [InlineData("es", "53001", "'3' in place 2, where 0-2 belongs")]
    [InlineData("fr", "99000", "'9' in place 2, where 0-8 belongs")]
    [InlineData("nl", "2513SS", "'S' in place 6, where B, C, E-R or T-Z belongs")]
    [InlineData("ca", "D1A0A6", "'D' in place 1, where A-C, E, G, H, J-N, P, R-T, V, X or Y belongs")]
    [InlineData("at", "0123", "'0' in place 1, where 1-9 belongs")]
    public void Objection_NoCodes_SaysWhy(string region, string text, string expected) =>
        Assert.Equal(expected, Grammar.Postcode(region).Objection(text));

    [Fact]
    public void All_EveryRegion_WritesEveryCodeInOneOfItsLayouts()
    {
        foreach (PostcodeFormat format in PostcodeFormat.All)
        {
            Grammar grammar = format.ToGrammar();
            for (int i = 0; i < 50; i++)
            {
                string canonical = grammar.Canonical(GrammarWalks.Member(grammar, new SeededRandom(56, i)));
                string layout = string.Concat(canonical.Select(c => char.IsAsciiLetterOrDigit(c) ? '#' : c));

                Assert.Contains(layout, format.Layouts);
            }
        }
    }

    [Fact]
    public void Postcode_UnknownRegion_SaysWhichThereAre() =>
        Assert.Contains("they are of at, au, be", Assert.Throws<ArgumentException>(() => Grammar.Postcode("xx")).Message, StringComparison.Ordinal);
}
