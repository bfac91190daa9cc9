using Cifra.Numerics;
using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

/// <summary>What holds for every grammar.</summary>
public sealed class GrammarLawTests
{
    private const string Own = "(a grammar that a user wrote)";

    public static TheoryData<string> All =>
    [
        "any", "digits", "digits:5", "digits:4-6", "digits:2-", "pattern:[A-C]{2}(1|22)*~0?", "pattern:(.|12)+",
        "zip", "zip:uk", "zip:nl", "zip:ca", "zip:br", "zip:fr", "amount", "amount:cents", "amount:whole", "amount:raised", "amount:lakhs,digits=7",
        "date:dmy", "date:mdy", "date:ymd", "date:ddmmyyyy", "date:dmy,2015-2020",
        "luhn", "luhn:4-6", "mod11:10", "mod11:11,7", "mod97", "mod97:5", "iban", "iban:nl", "aba", "plate", "plate:br", "plate:de", "plate:eu", "plate:us-ca",
        Own,
    ];

    // Those with few enough states to look at each of them.
    public static TheoryData<string> Small =>
    [
        "any", "digits", "digits:4-6", "pattern:[A-C]{2}(1|22)*~0?", "pattern:(.|12)+",
        "zip", "zip:uk", "zip:nl", "amount", "amount:raised", "amount:lakhs,digits=7",
        "date:dmy,2019-2020", "date:mmddyy,1999-2001", "date:ymd,2000-2001", "luhn:4-6", "luhn:16", "mod11:10", "mod97:5", "aba", "plate:br", "plate:eu", Own,
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Objection_TextsInAndBesideTheGrammar_IsNullJustWhereTheTextIsAccepted(string name)
    {
        Grammar grammar = Named(name);
        for (int i = 0; i < 60; i++)
        {
            var random = new SeededRandom(51, i);
            string member = GrammarWalks.Member(grammar, random);
            string other = GrammarWalks.Damaged(member, random);

            Assert.True(grammar.Accepts(member), member);
            Assert.Null(grammar.Objection(member));
            string? objection = grammar.Objection(other);
            Assert.Equal(grammar.Accepts(other), objection is null);
            Assert.NotEqual("", objection);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Canonical_OfACanonical_IsItself(string name)
    {
        Grammar grammar = Named(name);
        for (int i = 0; i < 60; i++)
        {
            string canonical = grammar.Canonical(GrammarWalks.Member(grammar, new SeededRandom(52, i)));

            Assert.Equal(canonical, grammar.Canonical(canonical));
            Assert.True(name.StartsWith("date", StringComparison.Ordinal) || grammar.Accepts(canonical), canonical);
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void States_EveryOne_LeadsToAnEnd(string name)
    {
        Dictionary<GrammarState, GrammarState[]> states = GrammarWalks.States(Named(name), 50_000);
        HashSet<GrammarState> viable = [.. states.Keys.Where(state => state.IsEnd)];
        ILookup<GrammarState, GrammarState> before = states
            .SelectMany(pair => pair.Value.Select(next => (next, pair.Key))).ToLookup(pair => pair.next, pair => pair.Key);
        var open = new Stack<GrammarState>(viable);
        while (open.TryPop(out GrammarState? state))
        {
            before[state].Where(viable.Add).ToList().ForEach(open.Push);
        }

        Assert.Equal(states.Count, viable.Count);
    }

    [Fact]
    public void States_SamePastThatMatters_AreEqual()
    {
        GrammarState start = Grammar.Parse("digits:3").Start;
        GrammarState remainder = Grammar.Parse("aba").Start;

        Assert.Equal(start.After('1')!.After('2'), start.After('3')!.After('4'));
        Assert.NotEqual(start.After('1'), start.After('1')!.After('2'));
        Assert.NotEqual(start.After('1'), start.After('1')!.After('-'));

        // 3·0 + 7·1 and 3·1 + 7·2 both leave 7, and both prefixes are in use; 3·1 + 7·1 leaves 0
        Assert.Equal(remainder.After('0')!.After('1')!.After('5'), remainder.After('1')!.After('2')!.After('5'));
        Assert.NotEqual(remainder.After('0')!.After('1')!.After('5'), remainder.After('1')!.After('1')!.After('5'));
    }

    [Fact]
    public void AnyOf_TwoGrammars_TakesTheTextsOfBoth()
    {
        Grammar grammar = Grammar.AnyOf(Grammar.Postcode("us"), Grammar.Postcode("ca"));

        Assert.Equal("US ZIP code or Canadian postal code", grammar.Name);
        Assert.Equal("12345-6789", grammar.Canonical("123456789"));
        Assert.Equal("K1A 0B1", grammar.Canonical("K1A0B1"));
        Assert.Equal("Canadian postal code: it ends too early: a digit belongs after 'K1A0B'; US ZIP code: 'K' is no digit", grammar.Objection("K1A0B"));
        Assert.Equal(grammar.Start.After('1')!.After('2'), grammar.Start.After('2')!.After('3'));
        Assert.Null(grammar.Start.After('-'));
    }

    [Fact]
    public void States_ManyMoreThanAreKept_StayRight()
    {
        // What is remembered is which of the last sixteen were a 1: 2 to the 16th states.
        Grammar grammar = Grammar.Pattern("[01]*1[01]{15}");
        for (int i = 0; i < 3000; i++)
        {
            var random = new SeededRandom(53, i);
            string text = string.Concat(Enumerable.Range(0, 40).Select(_ => random.Next(2)));

            Assert.Equal(text[^16] == '1', grammar.Accepts(text));
        }
    }

    private static Grammar Named(string name) => name == Own ? new MeterGrammar("01450") : Grammar.Parse(name);
}
