using Cifra.Reading;
using Cifra.Reading.Plates;

namespace Cifra.Tests.Reading.Plates;

public sealed class PlateDecisionTests
{
    [Theory]
    [InlineData(0.11, false, true)]
    [InlineData(0.09, false, false)]
    [InlineData(0.03, true, true)]
    [InlineData(0.01, true, false)]
    public void Reported_OnlyPlate_NeedsTheLeastConfidence(double confidence, bool isCrop, bool expected) =>
        Assert.Equal(expected, PlateReader.Reported([Plate("ABC123", confidence)], isCrop).Count == 1);

    [Theory]
    [InlineData("ABC123", 0.36, true)]
    [InlineData("ABC123", 0.34, false)]
    [InlineData("123456", 0.36, false)] // digits alone
    [InlineData("ABCDEF", 0.36, false)] // letters alone
    public void Reported_FurtherPlate_NeedsMoreConfidenceAndBothKinds(string text, double confidence, bool expected) =>
        Assert.Equal(
            expected ? ["XY987", text] : ["XY987"],
            PlateReader.Reported([Plate(text, confidence), Plate("XY987", 0.9)], isCrop: false).Select(plate => plate.Text));

    // 0.4 · 0.9 = 0.36.
    [Theory]
    [InlineData(0.37, "AB12")]
    [InlineData(0.35, "1234")]
    public void Reported_OneKindOfCharacter_RanksByTwoFifths(double confidence, string first) =>
        Assert.Equal(first, PlateReader.Reported([Plate("1234", 0.9), Plate("AB12", confidence)], isCrop: false)[0].Text);

    [Theory]
    [InlineData("us", "7KRM402", 1)]       // California's
    [InlineData("us", "ABCDEFGH", 0.25)]   // a plate of one's own wish
    [InlineData("us", "ABCDEFGHI", 0.05)]  // nine letters
    [InlineData("us-ca", "7KRM402", 1)]
    [InlineData("us-ca", "KRM4027", 0.05)]
    public void Weight_Text_IsByItsFormat(string region, string text, double expected) => Assert.Equal(expected, new PlateRegion(region).Weight(text));

    [Theory]
    [InlineData("us", "7KRM402", "us-ca")]
    [InlineData("us", "ABC1234", "us")] // that of more than four states
    [InlineData("us", "ABCDEFGH", "us")]
    [InlineData(null, "7KRM402", "be/us-ca")]
    public void Of_Text_NamesTheRegionsOfItsFormat(string? region, string text, string expected) => Assert.Equal(expected, new PlateRegion(region).Of(text));

    [Theory]
    [InlineData("us", true)]
    [InlineData("us-ca", true)]
    [InlineData("uk", false)]
    [InlineData("eu", false)]
    [InlineData(null, false)]
    public void IsAmerican_Region_IsThatOfTheUnitedStates(string? region, bool expected) => Assert.Equal(expected, new PlateRegion(region).IsAmerican);

    private static ReadNumber Plate(string text, double confidence) => new(text, confidence, Decision.Accept, default, []);
}
