using Cifra.Network.Lines;

namespace Cifra.Tests.Network.Lines;

public sealed class CtcTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void LogProbability_EveryText_IsTheSumOverAllPaths(long seed)
    {
        LineScores scores = LineScoresMaker.Random("01", steps: 6, seed);

        foreach ((string text, double probability) in LineScoresMaker.ByCounting(scores))
        {
            Assert.Equal(Math.Log(probability), Ctc.LogProbability(scores, text), 1e-5);
        }
    }

    [Fact]
    public void LogProbability_TextThatDoesNotFit_IsNever()
    {
        LineScores scores = LineScoresMaker.Random("01", steps: 3, seed: 4);

        Assert.Equal(Ctc.Never, Ctc.LogProbability(scores, "0000"));
        Assert.Equal(Ctc.Never, Ctc.LogProbability(scores, "000")); // two blanks between them
        Assert.Equal(Ctc.Never, Ctc.LogProbability(scores, "2"));
        Assert.True(Ctc.LogProbability(scores, "010") > Ctc.Never);
    }

    [Fact]
    public void LeastSteps_Repeats_TakeOneMoreEach()
    {
        Assert.Equal(0, Ctc.LeastSteps([]));
        Assert.Equal(3, Ctc.LeastSteps([1, 2, 1]));
        Assert.Equal(5, Ctc.LeastSteps([1, 1, 1]));
    }

    [Theory]
    [InlineData("00 11  0", "010")]
    [InlineData("0 0 1 1", "0011")]
    [InlineData("    ", "")]
    public void BestPath_SureSteps_StrikesOutRepeatsAndBlanks(string steps, string text) => Assert.Equal(text, LineScoresMaker.Sure("01", steps).BestPath());

    [Fact]
    public void Of_SureSteps_FindsEachSymbolsSteps() =>
        Assert.Equal([(1, 3), (4, 5), (6, 9)], CtcAlignment.Of(LineScoresMaker.Sure("012", " 00 1 222 "), "012"));

    [Fact]
    public void Of_RepeatedSymbol_PartsThemAtTheBlank() =>
        Assert.Equal([(0, 2), (3, 5)], CtcAlignment.Of(LineScoresMaker.Sure("01", "11 11"), "11"));

    [Fact]
    public void Only_SomeSymbols_CountsTheOthersAsNone()
    {
        LineScores scores = LineScoresMaker.Random("01.", steps: 5, seed: 7);
        Dictionary<string, double> digits = [];
        foreach ((string text, double probability) in LineScoresMaker.ByCounting(scores.Only(char.IsAsciiDigit)))
        {
            digits[text] = probability;
        }

        // The probability of a step's blank is now that of blank or point; every step still sums to 1, hence all texts do.
        Assert.Equal("01", scores.Only(char.IsAsciiDigit).Symbols);
        Assert.Equal(1, digits.Values.Sum(), 1e-5);
        Assert.Equal(Math.Exp(scores.At(2)[2]) + Math.Exp(scores.At(2)[3]), Math.Exp(scores.Only(char.IsAsciiDigit).At(2)[2]), 1e-5);
    }
}
