using Cifra.Reading.Cheques;

namespace Cifra.Tests.Reading.Cheques;

public sealed class ChequeRegionsTests
{
    [Theory]
    [InlineData("us", "2024-04-05")]
    [InlineData("uk", "2024-05-04")]
    [InlineData("in", "2024-05-04")]
    [InlineData("fr", "2024-05-04")]
    [InlineData("br", "2024-05-04")]
    public void Date_Region_HasItsOrder(string region, string expected) => Assert.Equal(expected, ChequeRegions.Date(region).Canonical("4/5/2024"));

    [Theory]
    [InlineData(null, "13/5/2024", true)]
    [InlineData(null, "5/13/2024", true)]
    [InlineData(null, "2024-05-13", false)]
    [InlineData("ca", "13/5/2024", true)]
    [InlineData("ca", "5/13/2024", true)]
    [InlineData("ca", "2024-05-13", true)]
    [InlineData("us", "13/5/2024", false)]
    [InlineData("uk", "5/13/2024", false)]
    [InlineData("us", "5/13/1980", true)]
    [InlineData("us", "5/13/1979", false)]
    [InlineData("us", "5/13/2049", true)]
    [InlineData("us", "5/13/2050", false)]
    public void Date_Text_IsAcceptedInTheOrdersOfTheRegion(string? region, string text, bool expected) =>
        Assert.Equal(expected, ChequeRegions.Date(region).Accepts(text));

    [Theory]
    [InlineData("us", "2024-05-04")]
    [InlineData("in", "2024-04-05")]
    [InlineData(null, "2024-04-05")]
    public void BoxedDate_EightDigits_HaveTheOrderOfTheRegion(string? region, string expected) =>
        Assert.Equal(expected, ChequeRegions.BoxedDate(region).Canonical("05042024"));

    [Fact]
    public void BoxedDate_Separators_AreNotInBoxes() => Assert.False(ChequeRegions.BoxedDate("in").Accepts("05/04/2024"));

    [Theory]
    [InlineData("in", "25,00,000.00", true)]
    [InlineData(null, "25,00,000.00", true)]
    [InlineData("us", "25,00,000.00", false)]
    [InlineData("us", "2,500,000.00", true)]
    public void Amount_Lakhs_AreIndias(string? region, string text, bool expected) => Assert.Equal(expected, ChequeRegions.Amount(region).Accepts(text));
}
