using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Lines;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
using Cifra.Reading;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;
using Cifra.Tests.Evaluation;
using Cifra.Tests.Network.Lines;

namespace Cifra.Tests.Reading.Lines;

// Lines of a bar (a 1) and a block (a 0); what the answers are and how likely, each test says itself.
public sealed class RejectRuleTests
{
    private static readonly ReadingOptions Strict = new() { MinConfidence = 0.6 };
    private static readonly TextLine Line = new(BarLines.Top, BarLines.Top + LineNormalizer.DigitHeight, 0, 80, 0); // one to one
    private static readonly ModelCard LateErrors = new() { HeldOut = HeldOutSamples.Of(1000, [.. Enumerable.Range(600, 10)]) };
    private static readonly PictureInk Page = PictureInk.Of(new GrayImage(400, 200), PictureInkOptions.Field);
    private static readonly LineScores Scores = LineScoresMaker.Sure("0123456789", "1   0");

    [Fact]
    public void Decide_NoAnswer_IsNothing() => Assert.Null(Decide(Reading([])));

    [Fact]
    public void Decide_AnswerWithoutADigit_IsNothing() => Assert.Null(Decide(Reading([("-.", 1)])));

    [Fact]
    public void Decide_CardWithoutWeights_TakesTheAnswersProbability()
    {
        ReadNumber number = Decide(Reading([("10", 0.8), ("18", 0.2)]))!;

        Assert.Equal(("10", 0.8, Decision.Accept), (number.Text, number.Confidence, number.Decision));
    }

    [Fact]
    public void Decide_CardWithWeights_TakesTheirProbability()
    {
        ModelCard card = Card(Math.Log(3)); // odds of 3 to 1 whatever the evidence

        Assert.Equal(0.75, Decide(Reading([("10", 0.9), ("18", 0.1)]), card: card)!.Confidence, 1e-12);
    }

    [Theory]
    [InlineData(0.7, Decision.Accept)] // the least confidence itself is enough
    [InlineData(0.69, Decision.Unsure)]
    public void Decide_LeastConfidence_IsAcceptedFromThereOn(double confidence, Decision expected) =>
        Assert.Equal(expected, Decide(Reading([("10", confidence)]), new ReadingOptions { MinConfidence = 0.7 })!.Decision);

    [Theory]
    [InlineData(0, 0, Decision.Accept)]
    [InlineData(0.3f, 0.3f, Decision.Accept)] // the threshold itself still passes
    [InlineData(0.31f, 0, Decision.Unsure)]
    [InlineData(0, 0.31f, Decision.Unsure)]
    [InlineData(0.31f, 0.31f, Decision.Unsure)] // sure of the text: at worst unsure
    public void Decide_PieceThatIsNoDigit_IsNotAccepted(float bar, float block, Decision expected) =>
        Assert.Equal(expected, Decide(Reading([("10", 0.9)], BarLines.Lattice("10", bar, block)), notADigit: 0.3f)!.Decision);

    [Theory]
    [InlineData(0.49, 0.31f, 0.31f, Decision.NotADigit)]
    [InlineData(0.5, 0.31f, 0.31f, Decision.Unsure)]
    [InlineData(0.49, 0.31f, 0, Decision.Unsure)] // one piece is a digit
    [InlineData(0.49, 0, 0, Decision.Unsure)]
    public void Decide_AllPiecesAreNoDigits_IsNotADigitBelowOneHalf(double confidence, float bar, float block, Decision expected) =>
        Assert.Equal(expected, Decide(Reading([("10", confidence)], BarLines.Lattice("10", bar, block)), Strict, notADigit: 0.3f)!.Decision);

    [Theory]
    [InlineData(0.6f, Decision.Accept)] // 0.9 · 0.4 = 0.36
    [InlineData(0.62f, Decision.Unsure)] // 0.9 · 0.38 = 0.342, below 0.35
    public void Decide_NetworkThatCannotTellNonDigits_GoesByTheLikeliestDigit(float none, Decision expected) =>
        Assert.Equal(expected, Decide(Reading([("1", 0.9)], BarLines.Lattice("1", none)))!.Decision);

    [Theory]
    [InlineData(0.99)]
    [InlineData(0.2)]
    public void Decide_NoPathForTheText_IsUnsure(double confidence) => Assert.Equal(Decision.Unsure, Decide(Reading([("10101", confidence)]))!.Decision);

    // At 1 % it takes 473 lines for one error and 628 for two. Of 1,000 lines those from place 600 on are wrong: 600 are accepted, above 0.399.
    [Theory]
    [InlineData(0.3995, Decision.Accept)]
    [InlineData(0.3985, Decision.Unsure)]
    public void Decide_ErrorRate_AcceptsAboveItsThreshold(double confidence, Decision expected)
    {
        var rule = new RejectRule(new ReadingOptions { MaxError = 0.01, MinConfidence = 0 }, null, LateErrors, null);

        Assert.Equal(0.399, rule.Threshold!.Threshold!.Value, 1e-12);
        Assert.Equal((600, 1), (rule.Threshold.Accepted, rule.Threshold.Errors));
        Assert.Equal(expected, rule.Decide(Reading([("10", confidence)]), Line, Page)!.Decision);
    }

    [Fact]
    public void New_LeastCoverage_IsThatOfLines()
    {
        var options = new ReadingOptions { MaxError = 0.01 };

        Assert.NotNull(new RejectRule(options, null, LateErrors, null).Threshold!.Threshold);
        Assert.Null(new RejectRule(options, null, LateErrors, null, new RejectRuleOptions { LeastCoverage = 0.9 }).Threshold!.Threshold);
    }

    [Fact]
    public void New_RateWithoutScores_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new RejectRule(new ReadingOptions { MaxError = 0.01 }, null, new ModelCard(), null));

        Assert.Contains("held-out scores", error.Message, StringComparison.Ordinal);
        Assert.Null(new RejectRule(ReadingOptions.Default, null, new ModelCard(), null).Threshold);
    }

    [Fact]
    public void Decide_Alternatives_ShareWhatTheConfidenceLeaves()
    {
        // The answer's share is 0.5 and its confidence 0.75: the others keep half of theirs.
        ReadNumber number = Decide(Reading([("10", 0.5), ("18", 0.3), ("70", 0.1984), ("78", 0.0016)]), card: Card(Math.Log(3)))!;

        Assert.Equal(["18", "70"], number.Alternatives.Select(other => other.Text)); // 0.0008 is not worth naming
        Assert.Equal([0.15, 0.0992], number.Alternatives.Select(other => Math.Round(other.Probability, 9)));
    }

    [Fact]
    public void Decide_ConfidenceBelowTheShare_LeavesAlternativesTheirShare()
    {
        ReadNumber number = Decide(Reading([("10", 0.9), ("18", 0.1)]), card: Card(0))!; // confidence one half

        Assert.Equal(0.1, Assert.Single(number.Alternatives).Probability, 1e-12);
    }

    [Fact]
    public void Decide_ManyAlternatives_NamesFive()
    {
        ReadNumber number = Decide(Reading([("10", 0.4), .. Enumerable.Range(11, 6).Select(other => ($"{other}", 0.1))]))!;

        Assert.Equal(["11", "12", "13", "14", "15"], number.Alternatives.Select(other => other.Text));
    }

    [Fact]
    public void Decide_SureOfAll_NamesNoAlternative() => Assert.Empty(Decide(Reading([("10", 1), ("18", 0.1)]))!.Alternatives);

    [Fact]
    public void Decide_Digits_TheLeastCertainHasTheConfidenceOfTheNumber()
    {
        ReadNumber number = Decide(Reading([("10", 0.6), ("18", 0.4)]))!;

        Assert.Equal(0.6, number.Digits[1].Confidence, 1e-12);
        Assert.Equal(1 - (0.4 * 0.001 / 0.401), number.Digits[0].Confidence, 1e-12); // all answers agree about the first digit
        RankedDigit other = Assert.Single(number.Digits[1].Alternatives);
        Assert.Equal(8, other.Value);
        Assert.Equal(0.4, other.Probability, 1e-6);
        Assert.Empty(number.Digits[0].Alternatives);
    }

    [Fact]
    public void Decide_AnswersOfOtherLengths_AreComparedFromTheNearerEnd()
    {
        // The last digit of 110 and of 10 is a 0: only the first place is in doubt, where 70 has a 7.
        ReadNumber number = Decide(Reading([("10", 0.5), ("110", 0.3), ("70", 0.2)]))!;

        Assert.Equal(0.5, number.Digits[0].Confidence, 1e-12);
        Assert.Equal(1 - (0.5 * 0.001 / 0.201), number.Digits[1].Confidence, 1e-12);
        Assert.Equal([7], number.Digits[0].Alternatives.Select(digit => digit.Value));
    }

    // The 9 stands between the halves: each half is like the answer's, one from the front and one from the end.
    [Fact]
    public void Decide_SymbolInTheMiddle_LeavesBothEndsCertain()
    {
        ReadNumber number = Decide(Reading([("1234", 0.6), ("12934", 0.4)]))!;

        Assert.All(number.Digits, digit => Assert.Equal(0.6, digit.Confidence, 1e-12)); // all are as certain as each other
        Assert.All(number.Digits, digit => Assert.Empty(digit.Alternatives));
    }

    [Fact]
    public void Decide_ShorterAnswer_HasNothingInTheMiddle()
    {
        ReadNumber number = Decide(Reading([("101", 0.6), ("1", 0.4)]))!;

        Assert.Equal(0.6, number.Digits[1].Confidence, 1e-12);
        Assert.Equal(1 - (0.4 * 0.001 / 0.401), number.Digits[0].Confidence, 1e-12);
        Assert.Equal(1 - (0.4 * 0.001 / 0.401), number.Digits[2].Confidence, 1e-12);
    }

    [Fact]
    public void Decide_LetterOfAnotherAnswer_IsNoAlternativeToADigit()
    {
        ReadNumber number = Decide(Reading([("10", 0.6), ("A0", 0.4)]))!;

        Assert.Equal(0.6, number.Digits[0].Confidence, 1e-12);
        Assert.Empty(number.Digits[0].Alternatives);
    }

    // Where answers say the same in different ways their shares may exceed 1.
    [Fact]
    public void Decide_SharesAboveOne_LeaveTheLeastDoubt() =>
        Assert.Equal(1 - (0.1 * 0.001 / 0.101), Decide(Reading([("10", 0.9), ("17", 0.3)]))!.Digits[0].Confidence, 1e-12);

    [Fact]
    public void Decide_FiveOtherDigits_NamesTheThreeLikeliest()
    {
        ReadNumber number = Decide(Reading([("10", 0.3), ("11", 0.05), ("12", 0.1), ("13", 0.15), ("14", 0.2), ("15", 0.2)]))!;

        Assert.Equal([4, 5, 3], number.Digits[1].Alternatives.Select(digit => digit.Value));
    }

    [Fact]
    public void Decide_PathThroughTheLattice_GivesTheBoxesOfItsPieces()
    {
        ReadNumber number = Decide(Reading([("10", 0.9)]))!;

        Assert.Equal(new PixelBox(18, BarLines.Top, 4, 22), number.Digits[0].Box);
        Assert.Equal(new PixelBox(52, BarLines.Top, 16, 22), number.Digits[1].Box);
        Assert.Equal(new PixelBox(18, BarLines.Top, 50, 22), number.Box);
    }

    [Fact]
    public void Decide_LineOfAnotherSizeAndPlace_PutsTheBoxesThere()
    {
        var line = new TextLine(100, 144, 30, 190, 0.5); // twice the size, half a row down each column

        ReadNumber number = new RejectRule(ReadingOptions.Default, null, new ModelCard(), null).Decide(Reading([("10", 0.9)]), line, Page)!;

        Assert.Equal(new PixelBox(66, 118, 8, 44), number.Digits[0].Box); // 30 + 2·18; 100 + 36/2
        Assert.Equal(new PixelBox(134, 152, 32, 44), number.Digits[1].Box); // 30 + 2·52; 100 + 104/2
    }

    [Fact]
    public void Decide_LineOfFractionalSize_RoundsBoxesOutwards()
    {
        var line = new TextLine(10, 37.5, 0, 100, 0); // 1.25 times the size

        ReadNumber number = new RejectRule(ReadingOptions.Default, null, new ModelCard(), null).Decide(Reading([("10", 0.9)]), line, Page)!;

        Assert.Equal([new PixelBox(22, 10, 5, 28), new PixelBox(65, 10, 20, 28)], number.Digits.Select(digit => digit.Box)); // 22.5 and 27.5
    }

    [Fact]
    public void Decide_NoPath_GivesTheBoxesWhereTheLineNetworkSawTheDigits()
    {
        LineScores scores = LineScoresMaker.Sure("0123456789", "7  77  7"); // steps of four columns
        LineReading reading = Reading([("777", 0.9)]) with { Scores = scores };

        ReadNumber number = Decide(reading)!;

        Assert.Equal(
            [new PixelBox(0, BarLines.Top, 4, 22), new PixelBox(12, BarLines.Top, 8, 22), new PixelBox(28, BarLines.Top, 4, 22)],
            number.Digits.Select(digit => digit.Box));
    }

    [Fact]
    public void Decide_Grammar_GivesValueAndSaysWhatItChanged()
    {
        Grammar grammar = Grammar.Amount(new AmountOptions { Cents = CentsRule.None });
        LineReading reading = Reading([("10", 0.9)]) with { Unbound = ["1A"] };

        ReadNumber number = Decide(reading, grammar: grammar)!;

        Assert.Equal("10", number.Value);
        Assert.Equal("1A", number.Explanation!.Read);
        Assert.Null(Decide(reading with { Unbound = ["10"] }, grammar: grammar)!.Explanation); // it changed nothing
        Assert.Null(Decide(reading with { Unbound = [] }, grammar: grammar)!.Explanation);
        Assert.Null(Decide(reading)!.Value);
    }

    // The model's constant: the log-odds of every answer.
    private static ModelCard Card(double constant) =>
        new() { Confidence = LineEvidence.Names.ToDictionary(name => name, name => name == "constant" ? constant : 0) };

    private static ReadNumber? Decide(
        LineReading reading, ReadingOptions? options = null, Grammar? grammar = null, ModelCard? card = null, double? notADigit = null) =>
        new RejectRule(options ?? ReadingOptions.Default, grammar, card ?? new ModelCard(), notADigit).Decide(reading, Line, Page);

    private static LineReading Reading((string Text, double Probability)[] answers, Lattice? lattice = null) => new(
        new GrayImage(80, LineNormalizer.Height),
        Scores,
        [[Scores]],
        lattice ?? BarLines.Lattice("10"),
        [.. answers.Select(answer => new LineAnswer(answer.Text, answer.Probability, -1, -1))]);
}
