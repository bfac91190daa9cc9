using Cifra.Reading.Forms;

namespace Cifra.Tests.Reading.Forms.Constraints;

public sealed class ConstraintParserTests
{
    private static readonly string[] Fields = ["a", "b", "rows.1.1", "rows.1.2", "rows.2.1", "rows.2.2", "other.1.1"];

    // Worked out by hand with a = 7, b = 2, rows.1.1 = 1, rows.1.2 = 10, rows.2.1 = 100, rows.2.2 = 1000, other.1.1 = 5.
    [Theory]
    [InlineData("a - b - 1", "4")] // from the left
    [InlineData("a - (b - 1)", "6")]
    [InlineData("a + b * 3", "13")]
    [InlineData("(a + b) * 3", "27")]
    [InlineData("a * b * 2 - 1", "27")]
    [InlineData("((a))", "7")]
    [InlineData("1.25 + a", "8.25")]
    [InlineData("A+B", "9")]
    [InlineData("sum(rows.*.1)", "101")]
    [InlineData("sum(rows.1.*)", "11")]
    [InlineData("SUM ( *.1.1 , b )", "8")]
    [InlineData("sum(ROWS.*.*)", "1111")]
    [InlineData("sum(a * b, rows.2.1)", "114")]
    [InlineData("sum(a, b) * 2", "18")]
    [InlineData("rows.1.2 + 1", "11")]
    public void Parse_Expression_IsCalculatedAsByHand(string expression, string value)
    {
        Assert.Null(Objection($"{expression} = {value}"));
        Assert.NotNull(Objection($"{expression} = {value}1"));
    }

    [Theory]
    [InlineData("a = 2 2", "place 7: the end, or + - * expected, found \"2\"")]
    [InlineData("a = 1..2", "place 9: a number expected, found the end")]
    [InlineData("a * = 2", "place 5: a field (a, b, rows.1.1")]
    [InlineData("(a = 2", "place 4: ) expected, found \"= 2\"")]
    [InlineData("a) = 2", "place 2: a comparison (<=, at most, >=, at least, !=, differs from, <, below, >, above, =, equals) expected, found \") = 2\"")]
    [InlineData("sum() = 2", "place 5: a field")]
    [InlineData("sum(rows.*) = 2", "place 5: fields of which some match rows.* expected")]
    [InlineData("sum(rows.*.*.*) = 2", "place 5: fields of which some match rows.*.*.*")]
    [InlineData("a < nonsense that is rather long", "found \"nonsense that is rat\"")] // twenty characters of it
    public void Parse_Nonsense_SaysWhatIsExpectedWhere(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => FormConstraint.Parse(text, Fields)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Parse_Brackets_AreTwentyDeepAtMost(int deep, bool parsed)
    {
        string text = $"{new string('(', deep)}a{new string(')', deep)} = 7";

        Assert.Equal(parsed, Record.Exception(() => FormConstraint.Parse(text, Fields)) is null);
    }

    [Fact]
    public void Parse_BracketsSideBySide_AreNotDeep() =>
        Assert.NotNull(FormConstraint.Parse($"{string.Join(" + ", Enumerable.Repeat("(a)", 30))} = 7", Fields));

    [Theory]
    [InlineData(12, "f11)")]
    [InlineData(13, "f11, …)")]
    public void Parse_UnknownField_NamesTwelveAtMost(int fields, string end) => Assert.Contains(
        end, Assert.Throws<FormatException>(() => FormConstraint.Parse("x = 1", [.. Enumerable.Range(0, fields).Select(i => $"f{i}")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Text_IsTrimmed() => Assert.Equal("a = b", FormConstraint.Parse("  a = b ", Fields).Text);

    private static string? Objection(string text) => FormConstraint.Parse(text, Fields).Objection(name => name switch
    {
        "a" => "7",
        "b" => "2",
        "rows.1.1" => "1",
        "rows.1.2" => "10",
        "rows.2.1" => "100",
        "rows.2.2" => "1000",
        _ => "5",
    });
}
