using System.Text.RegularExpressions;
using Cifra.Numerics;
using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class PatternTests
{
    [Theory]
    [InlineData("[0-9]{3}-[0-9]{2}", "123-45", "12-345")]
    [InlineData(@"\d+", "0", "")]
    [InlineData("A(BC|D)?", "ABC", "AB")]
    [InlineData("A(BC|D)?", "A", "ABCD")]
    [InlineData("[-,]{2,}", "-,-", "-")]
    [InlineData(@"\.\*", ".*", "1*")]
    [InlineData("..", "$ ", "123")]
    [InlineData("1~2", "1-2", "1--2")]
    [InlineData("(1{2}){2}", "1111", "111")]
    [InlineData("[ABD-F0]", "E", "C")]
    public void Accepts_HandMadeTexts_AsThePatternSays(string pattern, string member, string other)
    {
        Grammar grammar = Grammar.Pattern(pattern);

        Assert.True(grammar.Accepts(member));
        Assert.False(grammar.Accepts(other));
    }

    [Fact]
    public void Canonical_Gaps_AreLeftOut() => Assert.Equal("12-3", Grammar.Pattern("1~2-3").Canonical("1 2-3"));

    [Theory]
    [InlineData("", "1 to 500 characters; this one has 0")]
    [InlineData("[0-9", "place 5: the class is not closed")]
    [InlineData("[]", "place 2: the class is empty")]
    [InlineData("[9-0]", "place 2: 9-0 is no range")]
    [InlineData("[0-F]", "place 2: 0-F is no range")]
    [InlineData("1(2", "place 4: the group is not closed")]
    [InlineData("1)2", "place 2: ')' closes no group")]
    [InlineData("*1", "place 1: '*' has nothing before it")]
    [InlineData("1||2", "place 3: a part is empty")]
    [InlineData("1{2", "place 4: a count is {n}, {n,} or {n,m}")]
    [InlineData("1{x}", "place 3: a number from 0 to 1000 belongs here")]
    [InlineData("1{99999999999}", "place 3: a number from 0 to 1000 belongs here")]
    [InlineData("1{3,2}", "{3,2} repeats nothing")]
    [InlineData("1{0}", "{0,0} repeats nothing")]
    [InlineData("12a", "place 3: 'a' is no symbol that can be read")]
    [InlineData(@"1\", @"place 2: '\' has nothing before it")]
    [InlineData("((1{100}){100}){100}", "more than 1000 symbols")]
    [InlineData("((((((((((((((((((1))))))))))))))))))", "more than 16 groups in each other")]
    public void Pattern_NotWellFormed_SaysWhere(string pattern, string expected)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Grammar.Pattern(pattern));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12", "it ends too early: '-' belongs after '12'")]
    [InlineData("1A", "'A' in place 2, where a digit belongs")]
    [InlineData("12-C", "'C' in place 4, where 0-3, A, B or a space belongs")]
    [InlineData("12-11", "nothing may follow '12-1'")]
    [InlineData("", "there is nothing")]
    public void Objection_TextOfAnotherForm_NamesThePlace(string text, string expected) =>
        Assert.Equal(expected, Grammar.Pattern("[0-9]{2}-[0-3AB ]").Objection(text));

    [Fact]
    public void Accepts_RandomPatterns_AsThePlatformsExpressionsDo()
    {
        int members = 0;
        for (int i = 0; i < 500; i++)
        {
            var random = new SeededRandom(54, i);
            string pattern = RandomPattern(random, 3);
            Grammar grammar = Grammar.Pattern(pattern);
            for (int j = 0; j < 20; j++)
            {
                string text = string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => "012A"[random.Next(4)]));
                bool expected = Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
                members += expected ? 1 : 0;

                Assert.True(expected == grammar.Accepts(text), $"'{pattern}' and '{text}'");
            }
        }

        Assert.InRange(members, 500, 9500);
    }

    private static string RandomPattern(SeededRandom random, int depth) => (depth == 0 ? 0 : random.Next(6)) switch
    {
        0 => $"{"012A"[random.Next(4)]}",
        1 => new[] { "[01]", "[0-2]", "[A1]" }[random.Next(3)],
        2 or 3 => RandomPattern(random, depth - 1) + RandomPattern(random, depth - 1),
        4 => $"({RandomPattern(random, depth - 1)}|{RandomPattern(random, depth - 1)})",
        _ => $"({RandomPattern(random, depth - 1)}){new[] { "?", "*", "+", "{2}", "{1,2}", "{0,3}", "{2,}" }[random.Next(7)]}",
    };
}
