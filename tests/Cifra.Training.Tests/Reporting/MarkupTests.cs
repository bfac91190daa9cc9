using System.Xml.Linq;
using Cifra.Reporting;

namespace Cifra.Tests.Reporting;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("<b>&amp;\"'</b>")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("]]> é 手 😀")]
    public void Leaf_AnyText_ComesBackFromAnXmlReader(string text)
    {
        string page = new Markup().Leaf("p", text, ("title", text)).ToString();

        XElement p = XDocument.Parse(page).Root!;
        Assert.Equal(text, p.Value);
        Assert.Equal(text, p.Attribute("title")!.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0x1B)]
    [InlineData(0xD800)] // half a pair
    [InlineData(0xFFFF)]
    public void Leaf_CharacterThatXmlForbids_IsReplaced(int code)
    {
        string page = new Markup().Leaf("p", $"a{(char)code}b").ToString();

        Assert.Equal("a\uFFFDb", XDocument.Parse(page).Root!.Value);
    }
}
