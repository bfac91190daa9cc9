using System.Text;
using Cifra.Data;

namespace Cifra.Tests.Data;

public sealed class CsvReaderTests
{
    // The cases of RFC 4180, section 2; fields are shown with a semicolon between them.
    [Theory]
    [InlineData("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", "aaa;bbb;ccc", "zzz;yyy;xxx")]
    [InlineData("aaa,bbb,ccc\nzzz,yyy,xxx", "aaa;bbb;ccc", "zzz;yyy;xxx")] // the last line may lack its end
    [InlineData("\"aaa\",\"bbb\"\r\nzzz,yyy\r\n", "aaa;bbb", "zzz;yyy")]
    [InlineData("\"aaa\",\"b\r\nb\",\"c,c\"\n", "aaa;b\r\nb;c,c")]
    [InlineData("\"a\"\"a\",\"\"\"\",\"\"\n", "a\"a;\";")]
    [InlineData(",,\n", ";;")]
    [InlineData("a, b ,c\n", "a; b ;c")] // blanks belong to a field
    [InlineData("\n\r\na\n\n\nb\n\n", "a", "b")] // empty lines are passed over
    [InlineData("a\rb,c\n", "a\rb;c")] // no line end by itself
    [InlineData("")]
    public void Read_AllOfAText_GivesItsFields(string text, params string[] expected)
    {
        var csv = new CsvReader(new StringReader(text), "a.csv");
        List<string> found = [];
        while (csv.Read() is { } row)
        {
            found.Add(string.Join(';', row));
        }

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("a,b\nc,d\"e\n", "line 2, column 2", "one within it")]
    [InlineData("a\n\"b\n\nc", "line 2, column 1", "the end of the file")]
    [InlineData("\"a\"b\n", "line 1, column 1", "'b'")]
    [InlineData("\"x\n\",y\n\"a\" ,b", "line 3, column 1", "' '")]
    public void Read_Malformed_NamesLineAndColumn(string text, params string[] parts)
    {
        var csv = new CsvReader(new StringReader(text), "a.csv");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() =>
        {
            while (csv.Read() is not null)
            {
            }
        });

        Assert.All(parts.Prepend("a.csv: "), part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Endless_IsRefusedAtTheLimits()
    {
        Assert.Contains("columns", Error(new string(',', CsvReader.MaxFields)), StringComparison.Ordinal);
        Assert.Contains("characters", Error(new string('a', CsvReader.MaxRecord + 1)), StringComparison.Ordinal);
        Assert.Contains("characters", Error("\"" + new string('\n', CsvReader.MaxRecord)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OtherBytesThanUtf8_AreRefused()
    {
        using var reader = new StreamReader(new MemoryStream([(byte)'a', (byte)'\n', 0xFF, (byte)'\n']), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var csv = new CsvReader(reader, "a.csv");

        Assert.Contains("expected UTF-8", Assert.Throws<InvalidDataException>(() =>
        {
            while (csv.Read() is not null)
            {
            }
        }).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Field_Any_IsReadBack(string text, string written)
    {
        Assert.Equal(written, CsvReader.Field(text));
        Assert.Equal([text, "x"], new CsvReader(new StringReader(written + ",x\n"), "a.csv").Read());
    }

    private static string Error(string text) => Assert.Throws<InvalidDataException>(() => new CsvReader(new StringReader(text), "a.csv").Read()).Message;
}
