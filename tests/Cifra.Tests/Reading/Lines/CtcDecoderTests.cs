using Cifra.Network.Lines;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;
using Cifra.Tests.Network.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class CtcDecoderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Decode_NoGrammar_FindsTheLikeliestTextsInOrder(long seed)
    {
        LineScores scores = LineScoresMaker.Random("01", steps: 6, seed);
        string[] likeliest = [.. LineScoresMaker.ByCounting(scores).OrderByDescending(text => text.Value).Take(3).Select(text => text.Key)];

        Assert.Equal(likeliest, new CtcDecoder(null).Decode(scores, 3).Select(hypothesis => hypothesis.Text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Decode_Grammar_FindsTheLikeliestOfItsTexts(long seed)
    {
        LineScores scores = LineScoresMaker.Random("01", steps: 6, seed);
        Grammar grammar = Grammar.Pattern("[01]{3}");
        string likeliest = LineScoresMaker.ByCounting(scores).Where(text => grammar.Accepts(text.Key)).MaxBy(text => text.Value).Key;

        Assert.Equal(likeliest, new CtcDecoder(grammar).Decode(scores, 1)[0].Text);
    }

    [Fact]
    public void Decode_NoTextOfTheGrammarFits_FindsNone() =>
        Assert.Empty(new CtcDecoder(Grammar.Pattern("[0-9]{7}")).Decode(LineScoresMaker.Random("01", steps: 6, seed: 1), 3));

    [Fact]
    public void Decode_Probability_IsTheTexts()
    {
        LineScores scores = LineScoresMaker.Random("01", steps: 6, seed: 9);

        foreach (Hypothesis hypothesis in new CtcDecoder(null).Decode(scores, 5))
        {
            Assert.Equal(Ctc.LogProbability(scores, hypothesis.Text), hypothesis.LogProbability, 1e-9);
        }
    }

    [Theory]
    [InlineData("111", "1")]
    [InlineData("1 1", "11")] // only a blank separates equal symbols
    [InlineData(" 12 ", "12")]
    [InlineData("   ", "")]
    public void Decode_StepsThatAreSure_SayTheirText(string steps, string expected) =>
        Assert.Equal(expected, new CtcDecoder(null).Decode(LineScoresMaker.Sure("12", steps), 1)[0].Text);

    [Fact]
    public void Decode_LeastSymbol_KeepsUnlikelySymbolsOut()
    {
        LineScores scores = LineScoresMaker.Sure("12", "1 2"); // what a step does not show has 0.001

        Assert.Contains(new CtcDecoder(null, beam: 48, leastSymbol: -11).Decode(scores, 48), text => text.Text == "212");
        Assert.DoesNotContain(new CtcDecoder(null, beam: 48, leastSymbol: -5).Decode(scores, 48), text => text.Text == "212");
        Assert.Equal("12", new CtcDecoder(null, beam: 48, leastSymbol: -5).Decode(scores, 1)[0].Text);
    }

    [Fact]
    public void Decode_Beam_BoundsThePrefixes() =>
        Assert.Equal("12", Assert.Single(new CtcDecoder(null, beam: 1, leastSymbol: -11).Decode(LineScoresMaker.Sure("12", "1 2"), 9)).Text);
}
