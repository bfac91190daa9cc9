using Cifra.Reading.Micr;

namespace Cifra.Tests.Reading.Micr;

public sealed class MicrLayoutTests
{
    [Theory]
    [InlineData("⑆021000021⑆ 1234567890⑈ 1025", "us", "routing=021000021 account=1234567890 cheque=1025")]
    [InlineData("⑈000123⑈ ⑆021000021⑆ 12345678⑈ ⑇0000020000⑇", "us", "cheque=000123 routing=021000021 account=12345678 micr-amount=0000020000")]
    [InlineData("⑆000000000⑆ ⑆000000000⑆ 1025", "us", "routing=000000000 account=000000000 cheque=1025")]
    [InlineData("⑈083660⑈ 500025033⑆ 290062⑈ 31", "in", "cheque=083660 routing=500025033 account=290062 transaction=31")]
    [InlineData("⑈001⑈ ⑆12345⑉678⑆ 123⑉456789⑈", "ca", "cheque=001 routing=12345⑉678 account=123⑉456789")]
    public void Of_E13B_NamesTheParts(string line, string region, string fields) => Check(MicrFont.E13B, line, region, fields);

    [Theory]
    [InlineData("1234567; 123456789012: 210987654321=", "fr", "cheque=1234567 routing=123456789012 account=210987654321")]
    [InlineData("<00112340<0180001235>011234567890:", "br", "routing=00112340 cheque=000123 account=1123456789")]
    public void Of_Cmc7_NamesTheParts(string line, string region, string fields) => Check(MicrFont.Cmc7, line, region, fields);

    [Fact]
    public void Of_NoLayout_HasNoParts()
    {
        var layout = MicrLayout.Of(MicrFont.E13B, "⑈12⑈34");

        Assert.Equal((null, 0), (layout.Region, layout.Fields.Count));
    }

    private static void Check(MicrFont font, string line, string region, string fields)
    {
        var layout = MicrLayout.Of(font, line);

        Assert.Equal(region, layout.Region);
        Assert.Equal(fields, string.Join(' ', layout.Fields.Select(field => $"{field.Name}={field.Text}")));
        string characters = line.Replace(" ", "", StringComparison.Ordinal);
        Assert.All(layout.Fields, field => Assert.Equal(field.Text, characters.Substring(field.First, field.Text.Length)));
    }
}
