using System.Text;
using Cifra.Numerics;
using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class CodeListTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Codes_SmallFile_AreItsLines()
    {
        Grammar grammar = Grammar.Codes(Write("codes.txt", "\uFEFF# valid\r\n\r\n 123 \r\n1234\nsw1a 1aa\n#12\n123\n"));

        Assert.Equal(["123", "1234", "SW1A 1AA"], new[] { "12", "123", "1234", "12345", "SW1A 1AA", "SW1A1AA", "", "#12" }.Where(grammar.Accepts));
        Assert.Equal("is not in codes.txt", grammar.Objection("125"));
        Assert.Equal("code of codes.txt", grammar.Name);
    }

    [Fact]
    public void Codes_RandomLists_AcceptJustTheirCodes()
    {
        var random = new SeededRandom(58);
        string[] codes = [.. Enumerable.Range(0, 400).Select(_ => random.Next(2000).ToString("D3", System.Globalization.CultureInfo.InvariantCulture))];
        Grammar grammar = Grammar.Codes(Write("random.txt", string.Join('\n', codes)));

        for (int i = 0; i < 2000; i++)
        {
            string text = i.ToString("D3", System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(codes.Contains(text), grammar.Accepts(text));
        }

        Assert.All(GrammarWalks.States(grammar, 2000).Where(pair => pair.Value.Length == 0), pair => Assert.True(pair.Key.IsEnd));
    }

    [Theory]
    [InlineData("1,234.56", "1,234.56")]
    [InlineData("1234.56", "1,234.56")]
    [InlineData("$1.234,56*", "1,234.56")]
    [InlineData("123456", "1,234.56")]
    [InlineData("200", "200.00")]
    [InlineData("$200.00", "200.00")]
    [InlineData("75.00", "75")]
    [InlineData("75", "75")]
    [InlineData("AB/12", "AB-12")]
    public void Expected_SameDigits_GivesTheLine(string text, string expected)
    {
        Grammar grammar = Grammar.Expected(Write("stub.txt", "1,234.56\n200.00\n75\nab-12\n"));

        Assert.Null(grammar.Objection(text));
        Assert.Equal(expected, grammar.Canonical(text));
        Assert.Equal(expected, grammar.Canonical(expected));
    }

    [Theory]
    [InlineData("1234")]
    [InlineData("20")]
    [InlineData("7500.00")]
    [InlineData("")]
    public void Expected_OtherDigits_IsNotInTheFile(string text) =>
        Assert.Equal("is not in stub.txt", Grammar.Expected(Write("stub.txt", "1,234.56\n200.00\n75\n")).Objection(text));

    [Theory]
    [InlineData("12\n3é4", "line 2: expected a code of symbols that can be read (0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ .,-/$#=*:), found 'É' in \"3É4\"")]
    [InlineData("", "line 1: expected at least one code, found none")]
    [InlineData("# nothing\n\n", "expected at least one code, found none")]
    [InlineData("12\n--", "line 2: expected a code with a digit or letter, found \"--\"")]
    public void Codes_BadFile_NamesFileAndLine(string content, string expected)
    {
        string path = Write("bad.txt", content);

        string message = Assert.Throws<InvalidDataException>(() => Grammar.Codes(path)).Message;

        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_BeyondTheLimits_AreRefused()
    {
        string wide = Write("wide.txt", new string('1', CodeFile.MostSymbols + 1));
        string tall = Write("tall.txt", string.Concat(Enumerable.Repeat("1\n", CodeFile.MostLines + 1)));
        string large = _folder.Write("large.txt", new byte[CodeFile.MostBytes + 1]);
        string binary = _folder.Write("binary.txt", [0x31, 0x0A, 0xFF, 0xFE]);

        Assert.Contains("line 1: expected a code of at most 64 symbols, found 65", Message(wide), StringComparison.Ordinal);
        Assert.Contains("line 1000001: expected at most 1000000 lines, found more", Message(tall), StringComparison.Ordinal);
        Assert.Contains("expected at most 16777216 bytes, found more", Message(large), StringComparison.Ordinal);
        Assert.Contains("byte 2: expected text in UTF-8, found byte 0xFF", Message(binary), StringComparison.Ordinal);

        static string Message(string path) => Assert.Throws<InvalidDataException>(() => Grammar.Codes(path)).Message;
    }

    [Fact]
    public void Codes_DamagedFiles_EndInAListOrARefusal()
    {
        byte[] seed = Encoding.UTF8.GetBytes("# codes\n12345\n12-345\nSW1A 1AA\n\n99999\n");

        Mutation.Fuzz([seed], 200, 59, bytes => Grammar.Expected(_folder.Write("fuzz.txt", bytes)));
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string name, string content) => _folder.Write(name, Encoding.UTF8.GetBytes(content));
}
