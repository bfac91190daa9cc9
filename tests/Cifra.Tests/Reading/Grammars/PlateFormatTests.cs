using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class PlateFormatTests
{
    [Theory]
    [InlineData("br", "ABC-1234", "ABC1234")]
    [InlineData("br", "BRA2E19", "BRA2E19")]
    [InlineData("de", "B-MW 1234", "BMW1234")]
    [InlineData("de", "M AB 12E", "MAB12E")]
    [InlineData("fr", "AA-229-AA", "AA229AA")]
    [InlineData("fr", "123 ABC 75", "123ABC75")]
    [InlineData("es", "4521 BBL", "4521BBL")]
    [InlineData("it", "EX 117AB", "EX117AB")]
    [InlineData("nl", "12-AB-34", "12AB34")]
    [InlineData("nl", "G-001-BB", "G001BB")]
    [InlineData("uk", "BD51 SMR", "BD51SMR")]
    [InlineData("in", "MH 12 AB 1234", "MH12AB1234")]
    [InlineData("in", "21 BH 2345 AA", "21BH2345AA")]
    [InlineData("us", "5EZP631", "5EZP631")]
    [InlineData("us-ca", "5EZP631", "5EZP631")]
    [InlineData("us-mo", "AG6V1W", "AG6V1W")]
    [InlineData("eu", "4521 BBL", "4521BBL")]
    public void Canonical_KnownPlates_IsWithoutGaps(string region, string text, string expected)
    {
        Grammar grammar = Grammar.Plate(region);

        Assert.Null(grammar.Objection(text));
        Assert.Equal(expected, grammar.Canonical(text));
    }

    [Theory]
    [InlineData("br", "ABC12D3")]
    [InlineData("br", "ABC1K23")]
    [InlineData("es", "4521 BAL")]
    [InlineData("it", "EO117AB")]
    [InlineData("fr", "AI229AA")]
    [InlineData("uk", "BD51 SMQ")]
    [InlineData("de", "B-MW 0123")]
    [InlineData("us-ca", "EZP5631")]
    public void Objection_OtherForms_ShowsWhatPlatesLookLike(string region, string text) =>
        Assert.StartsWith($"plates of {region} look like ", Grammar.Plate(region).Objection(text), StringComparison.Ordinal);

    [Fact]
    public void Start_FourthPlaceOfABrazilianPlate_TellsZeroFromO()
    {
        GrammarState state = Grammar.Plate("br").Start.After('O')!.After('I')!.After('S')!;

        Assert.Null(Grammar.Plate("br").Start.After('0'));
        Assert.NotNull(state.After('0'));
        Assert.Null(state.After('O'));
        Assert.Null(state.After('I'));
    }

    [Fact]
    public void Accepts_ExamplesOfEveryRegion_AreItsPlates()
    {
        foreach (PlateFormat format in PlateFormat.All.Where(format => format.Region != "us"))
        {
            foreach (string example in format.Examples.Split(", "))
            {
                Assert.Null(Grammar.Plate(format.Region).Objection(example));
            }
        }
    }

    [Fact]
    public void Plate_UnknownRegion_SaysWhichThereAre() =>
        Assert.Contains("they are of eu, ar, at", Assert.Throws<ArgumentException>(() => Grammar.Plate("xx")).Message, StringComparison.Ordinal);
}
