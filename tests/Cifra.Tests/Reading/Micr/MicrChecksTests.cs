using Cifra.Reading.Lines;
using Cifra.Reading.Micr;

namespace Cifra.Tests.Reading.Micr;

public sealed class MicrChecksTests
{
    [Theory]
    [InlineData("021000021", "check digit is right")]
    [InlineData("021000022", "021000022 is wrong")]
    [InlineData("990000000", "no bank's")] // the sum is right, and the prefix belongs to none
    public void Of_American_SaysWhetherTheRoutingNumberIsRight(string routing, string expected) =>
        Assert.Contains(expected, Assert.Single(Of(MicrFont.E13B, $"⑆{routing}⑆ 123456⑈ 1025")), StringComparison.Ordinal);

    // 7992739871 has the check digit 3 by Luhn's own example; of nothing but zeros it is 0. The first two stand in each other's group.
    [Theory]
    [InlineData("<00000003<7992739871>079927398713:", "are right")]
    [InlineData("<00000004<7992739871>079927398713:", "wrong for clearing house and cheque number")]
    [InlineData("<00000003<7992739871>179927398714:", "wrong for bank and branch and for account")]
    public void Of_Brazilian_ChecksEachGroup(string line, string expected) =>
        Assert.Contains(expected, Assert.Single(Of(MicrFont.Cmc7, line)), StringComparison.Ordinal);

    [Fact]
    public void Of_Indian_NamesCityBankAndBranch() =>
        Assert.Equal(["The MICR code names city 500, bank 025 and branch 033; it has no check digit."], Of(MicrFont.E13B, "⑈083660⑈ 500025033⑆ 290062⑈ 31"));

    private static IEnumerable<string> Of(MicrFont font, string text) =>
        MicrChecks.Of(new MicrLine(font, new TextLine(0, 1, 0, 1, 0), [], text, 1), MicrLayout.Of(font, text));
}
