using Cifra.Reading.Forms;

namespace Cifra.Tests.Reading.Forms;

public sealed class FormConstraintTests
{
    private static readonly string[] Fields = ["a", "b", "c", "total", "month", "start", "end", "items.1.1", "items.1.2", "items.2.1", "items.2.2"];

    [Theory]
    [InlineData("sum(a, b, c) = total", "a=12 b=30 c=5 total=47")]
    [InlineData("sum(a, b, c) = total", "a=12 c=5 total=17")] // an empty line of a bill counts for nothing
    [InlineData("sum(items.*.2) equals total", "items.1.1=9 items.1.2=3 items.2.2=4 total=7")]
    [InlineData("month at most 12", "month=12")]
    [InlineData("month AT LEAST 1", "month=1")]
    [InlineData("a * b + c = total", "a=2 b=3 c=4 total=10")]
    [InlineData("a * (b + c) = total", "a=2 b=3 c=4 total=14")]
    [InlineData("a - b - c = total", "a=10 b=3 c=4 total=3")]
    [InlineData("a != b", "a=1 b=2")]
    [InlineData("start <= end", "start=2019-12-31 end=2020-01-01")]
    [InlineData("a = b", "a=12.50 b=12.5")]
    [InlineData("month at most 12", "")] // nothing to check
    [InlineData("a + b = total", "a=1 total=5")]
    public void Objection_RuleThatHolds_IsNull(string rule, string values) => Assert.Null(Objection(rule, values));

    [Theory]
    [InlineData("sum(a, b, c) = total", "a=12 b=30 c=5 total=48", "sum(a, b, c) = total does not hold: 12 + 30 + 5 is 47, total is 48")]
    [InlineData("month at most 12", "month=13", "month at most 12 does not hold: month is 13, the limit is 12")]
    [InlineData("start <= end", "start=2020-01-02 end=2020-01-01", "start <= end does not hold: start is 2020-01-02, end is 2020-01-01")]
    [InlineData("a * (b + c) < total", "a=2 b=3 c=4 total=14", "a * (b + c) < total does not hold: 2 * (3 + 4) is 14, total is 14")]
    [InlineData("a above b", "a=1 b=1", "a above b does not hold: a is 1, b is 1")]
    public void Objection_BrokenRule_SaysHow(string rule, string values, string sentence) => Assert.Equal(sentence, Objection(rule, values));

    [Theory]
    [InlineData("", "place 1: a field, a number, sum( or ( expected, found the end")]
    [InlineData("a", "place 2: a comparison")]
    [InlineData("a = ", "place 5: a field, a number")]
    [InlineData("a = d", "place 5: a field (a, b, c, total")]
    [InlineData("a = b c", "place 7: the end, or + - * expected, found \"c\"")]
    [InlineData("sum(a, b = c", "place 10: ) expected")]
    [InlineData("sum a = c", "place 5: ( expected")]
    [InlineData("sum(rows.*.1) = c", "fields of which some match rows.*.1")]
    [InlineData("1.2.3 = a", "a number expected")]
    public void Parse_NoRule_SaysWhere(string rule, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => FormConstraint.Parse(rule, Fields)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_DeepBrackets_IsRefused() => Assert.Contains(
        "brackets", Assert.Throws<FormatException>(() => FormConstraint.Parse($"{new string('(', 400)}a{new string(')', 400)} = b", Fields)).Message, StringComparison.Ordinal);

    [Fact]
    public void Objection_NumbersTooLarge_IsNoAnswer() => Assert.Null(Objection("a * a * a = b", "a=99999999999999999999 b=1"));

    [Fact]
    public void Fields_AreThoseNamed() => Assert.Equal(["items.1.2", "items.2.2", "total"], FormConstraint.Parse("sum(items.*.2) = TOTAL", Fields).Fields);

    private static string? Objection(string rule, string values)
    {
        Dictionary<string, string> known = values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return FormConstraint.Parse(rule, Fields).Objection(name => known.GetValueOrDefault(name));
    }
}
