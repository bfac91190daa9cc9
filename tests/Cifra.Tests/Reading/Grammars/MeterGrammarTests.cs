using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Grammars;

/// <summary>A grammar that is not of the library, in all places where grammars are used; GrammarLawTests holds it to the laws.</summary>
public sealed class MeterGrammarTests
{
    private static readonly MeterGrammar Meter = new("1450");
    private static GrayImage Number { get; } = DrawnDigits.DrawNumber("1450", 64, seed: 3);

    [Theory]
    [InlineData("1450", true)]
    [InlineData("1449", false)]
    [InlineData("2000", true)]
    [InlineData("0999", false)]
    [InlineData("145", false)]
    [InlineData("14500", false)]
    public void Accepts_ReadingsFromTheLastOneOn(string text, bool expected) => Assert.Equal(expected, Meter.Accepts(text));

    [Fact]
    public void Objection_ItsOwnReason_OrThePlaceByDefault()
    {
        Assert.Equal("the meter showed 1450 before", Meter.Objection("1449"));
        Assert.Equal("it ends too early: a digit belongs after '145'", new MeterGrammar("0000").Objection("145"));
        Assert.False(Meter.NeedsLetters);
    }

    [Fact]
    public void Value_ItsOwn_OrTheTextByDefault()
    {
        Assert.Equal("1451", Meter.Canonical("1451M"));
        Assert.Equal("12A", new AnyThree().Canonical("12A"));
    }

    [Fact]
    public void Explain_PlaceByPlace() => Assert.Equal("5 rather than 4: else the meter showed 1450 before", Meter.Explain("1450", "1440").Text);

    [Fact]
    public void AnyOf_WithOneOfTheLibrary_TakesBoth()
    {
        Grammar both = Grammar.AnyOf(Meter, Grammar.Pattern("AB"));

        Assert.True(both.Accepts("AB"));
        Assert.True(both.Accepts("1451"));
        Assert.False(both.Accepts("1449"));
    }

    [Fact]
    public void Read_WithinIt_KeepsToIt()
    {
        Assert.Equal("1450", Assert.Single(Read(Meter)).Text);
        ReadNumber above = Assert.Single(Read(new MeterGrammar("1455")));

        Assert.True(string.CompareOrdinal(above.Text, "1455") >= 0, above.Text);
        Assert.Equal(Decision.Unsure, above.Decision);
        Assert.Contains("the meter showed 1455 before", above.Explanation!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void New_NoName_IsRefused(string? name) => Assert.ThrowsAny<ArgumentException>(() => new Named(name!));

    [Fact]
    public void Symbols_AreAllThatCanBeRead() => Assert.All("09AZ .,-/$#=*:", symbol => Assert.Contains(symbol, Grammar.Symbols));

    private static IReadOnlyList<ReadNumber> Read(Grammar grammar) =>
        new NumberReader(Pretrained.Field, Pretrained.Lines, options: null, grammar).Read(Number).Numbers;

    // Neither reason nor value of its own.
    private sealed class AnyThree() : Grammar("any three")
    {
        public override GrammarState Start { get; } = new State(0);

        private sealed record State(int Length) : GrammarState
        {
            public override bool IsEnd => Length == 3;

            public override GrammarState? After(char symbol) => Length < 3 ? new State(Length + 1) : null;
        }
    }

    private sealed class Named(string name) : Grammar(name)
    {
        public override GrammarState Start => throw new NotSupportedException();
    }
}
