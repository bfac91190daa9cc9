using Cifra.Imaging;
using Cifra.Reading;
using Cifra.Reading.Forms.Fields;
using Cifra.Reading.Grammars;
using Cifra.Tests.Evaluation;

namespace Cifra.Tests.Reading.Forms.Fields;

// Truth: the sums of CellDecoderTests, and the rules of docs/forms.md for when a field is accepted.
public sealed class CellFieldReaderTests
{
    private const string Gap = "an empty cell between digits";

    private static readonly CellDigit Three = FieldSamples.Cell(0, 0, (3, 0.9f), (8, 0.1f));
    private static readonly CellDigit Seven = FieldSamples.Cell(1, 0, (7, 0.8f), (1, 0.2f));

    [Fact]
    public void Read_Comb_IsItsLikeliestTextWithItsAlternatives()
    {
        ReadNumber number = Assert.Single(Read(FieldSamples.Seen(1, 2, null, Three, Seven)));

        Assert.Equal(("f", "37", Decision.Accept, null), (number.Name, number.Text, number.Decision, number.Value));
        Assert.Equal(0.72 / (1.002 * 1.002), number.Confidence, 1e-6);
        Assert.Empty(number.Flaws);
        Assert.Equal(["31", "87", "81", "3", "7"], number.Alternatives.Select(other => other.Text)); // the next, "1", has 0.0004
        Assert.Equal(0.18 / (1.002 * 1.002), number.Alternatives[0].Probability, 1e-6);
    }

    [Fact]
    public void Read_CombWithManyAlternatives_ReportsFiveOfAField()
    {
        (int, float)[] five = [.. Enumerable.Range(0, 5).Select(digit => (digit, 0.2f))];

        ReadNumber number = Assert.Single(Read(FieldSamples.Seen(1, 2, null, FieldSamples.Cell(0, 0, five), FieldSamples.Cell(1, 0, five))));

        Assert.Equal(5, number.Alternatives.Count);
        Assert.All(number.Digits, digit => Assert.Equal(3, digit.Alternatives.Count));
    }

    [Fact]
    public void Read_CombDigit_HasTheProbabilityOfAllTextsWithItInItsCell()
    {
        ReadNumber number = Assert.Single(Read(FieldSamples.Seen(1, 2, null, Three, Seven)));

        Assert.Equal([3, 7], number.Digits.Select(digit => digit.Value));
        Assert.Equal(0.9 / 1.002, number.Digits[0].Confidence, 1e-6);
        Assert.Equal(0.8 / 1.002, number.Digits[1].Confidence, 1e-6);
        Assert.Equal((8, 0.1f), (number.Digits[0].Alternatives[0].Value, number.Digits[0].Alternatives[0].Probability));
        Assert.Single(number.Digits[0].Alternatives); // those of probability 0 are none
    }

    [Fact]
    public void Read_DigitsAlternative_CountsOnlyAsFarAsTheInkIsADigit()
    {
        CellDigit cell = FieldSamples.Cell(0, 0.25f, (3, 0.995f), (8, 0.004f), (9, 0.001f));

        RankedDigitOf(Assert.Single(Read(FieldSamples.Seen(1, 1, null, cell))), out int value, out float probability);

        Assert.Equal(8, value); // 9 has 0.00075, less than one in a thousand
        Assert.Equal(0.003f, probability, 1e-6f);
    }

    [Fact]
    public void Read_Boxes_AreMappedToTheOriginalPicture()
    {
        ReadNumber number = Assert.Single(Read(FieldSamples.Seen(1, 2, null, Three, Seven)));

        Assert.Equal(new PixelBox(1010, 10, 100, 50), number.Box); // both cells, without the margin
        Assert.Equal(new PixelBox(1000, 20, 10, 30), number.Digits[0].Box);
    }

    [Fact]
    public void Read_EmptyComb_IsAcceptedWithoutText()
    {
        ReadNumber number = Assert.Single(Read(Flawed(FieldSamples.Seen(1, 2, Grammar.Parse("pattern:[1-3]"), null, null), "empty")));

        Assert.Equal(("", Decision.Accept, null), (number.Text, number.Decision, number.Value));
        Assert.Equal(["empty"], number.Flaws);
        Assert.Empty(number.Digits);
        Assert.Empty(number.Alternatives);
    }

    [Fact]
    public void Read_EmptyCellBetweenDigits_IsUnsureAndSaysWhy()
    {
        ReadNumber gap = Assert.Single(Read(FieldSamples.Seen(1, 3, null, FieldSamples.Cell(0, 0, (3, 1)), null, FieldSamples.Cell(2, 0, (7, 1)))));
        ReadNumber ends = Assert.Single(Read(FieldSamples.Seen(1, 3, null, null, FieldSamples.Cell(1, 0, (3, 1)), null)));

        Assert.Equal((Decision.Unsure, Gap), (gap.Decision, Assert.Single(gap.Flaws)));
        Assert.Equal((Decision.Accept, 0), (ends.Decision, ends.Flaws.Count)); // empty cells before and after a number are usual
    }

    [Fact]
    public void Read_FlawOfThePicture_AloneDoesNotMakeItUnsure()
    {
        ReadNumber number = Assert.Single(Read(Flawed(FieldSamples.Seen(1, 2, null, Three, Seven), "too light")));

        Assert.Equal((Decision.Accept, "too light"), (number.Decision, Assert.Single(number.Flaws)));
    }

    [Fact]
    public void Read_CombWithGrammar_ReadsWithinItAndGivesTheValue()
    {
        ReadNumber number = Assert.Single(Read(FieldSamples.Seen(1, 2, Grammar.Parse("pattern:[1-3]-[1-3]"), Three, Seven)));

        Assert.Equal(("3-1", Decision.Accept), (number.Text, number.Decision));
        Assert.Equal(1, number.Confidence, 1e-9);
        Assert.Equal(Grammar.Parse("pattern:[1-3]-[1-3]").Canonical("3-1"), number.Value);
    }

    [Fact]
    public void Read_CombOutsideItsGrammar_IsReadWithoutItAndUnsure()
    {
        Grammar grammar = Grammar.Parse("pattern:[1-3]");

        ReadNumber number = Assert.Single(Read(FieldSamples.Seen(1, 1, grammar, FieldSamples.Cell(0, 0, (7, 1)))));

        Assert.Equal(("7", Decision.Unsure), (number.Text, number.Decision));
        Assert.Equal($"no {grammar.Name}: {grammar.Objection("7")}", Assert.Single(number.Flaws));
    }

    [Theory]
    [InlineData(1.0, Decision.Accept)] // a confidence that equals the least one is accepted
    [InlineData(0.5, Decision.Accept)]
    public void Read_CertainComb_IsAcceptedAtEveryLeastConfidence(double least, Decision decision)
    {
        ReadNumber number = Assert.Single(Read(FieldSamples.Seen(1, 1, Grammar.Parse("pattern:[1-3]"), FieldSamples.Cell(0, 0, (2, 1))), Options(least)));

        Assert.Equal((1.0, decision), (number.Confidence, number.Decision));
    }

    [Theory]
    [InlineData(0.71, Decision.Accept)]
    [InlineData(0.72, Decision.Unsure)]
    public void Read_Comb_IsAcceptedFromTheLeastConfidence(double least, Decision decision) => // its confidence is 0.717
        Assert.Equal(decision, Assert.Single(Read(FieldSamples.Seen(1, 2, null, Three, Seven), Options(least))).Decision);

    [Theory]
    [InlineData(0.25f, 0.25, Decision.Accept)] // not above the network's threshold
    [InlineData(0.25f, 0.2, Decision.Unsure)]
    [InlineData(0.5f, 0.2, Decision.Unsure)] // not above one half
    [InlineData(0.75f, 0.2, Decision.NotADigit)]
    [InlineData(0.75f, 0.8, Decision.NotADigit)]
    public void Read_InkThatMayBeNoDigit_IsDecidedByItsProbability(float notADigit, double threshold, Decision decision)
    {
        CellDigit cell = FieldSamples.Cell(0, notADigit, (2, 1));

        Assert.Equal(decision, Assert.Single(Read(FieldSamples.Seen(1, 1, Grammar.Parse("pattern:[1-3]"), cell), threshold: threshold)).Decision);
    }

    [Fact]
    public void Read_OneOfTwoCellsNoDigit_IsUnsure() => Assert.Equal(
        Decision.Unsure,
        Assert.Single(Read(FieldSamples.Seen(1, 2, Grammar.Parse("pattern:[0-9][0-9]"), Three, FieldSamples.Cell(1, 0.9f, (7, 1))))).Decision);

    [Theory]
    [InlineData(0.5f, Decision.Accept)] // as likely as the least one
    [InlineData(0.4f, Decision.NotADigit)]
    public void Read_NetworkThatKnowsNoNonDigits_JudgesByTheLikeliestDigit(float likeliest, Decision decision)
    {
        CellDigit cell = FieldSamples.Cell(0, 0, (2, likeliest), (3, 0.3f));
        ReadingOptions options = Options(0.1) with { MinDigitProbability = 0.5 };

        Assert.Equal(decision, Assert.Single(Read(FieldSamples.Seen(1, 1, Grammar.Parse("pattern:[1-3]"), cell), options, threshold: null)).Decision);
    }

    [Fact]
    public void Read_Promise_IsAskedForAsManyDigitsAsThereAre()
    {
        List<int> asked = [];
        SelectiveRiskThreshold? Promise(int digits)
        {
            asked.Add(digits);
            return null;
        }

        Assert.Equal(Decision.Accept, Assert.Single(Read(FieldSamples.Seen(1, 3, null, Three, Seven, null), promise: Promise)).Decision);
        Assert.Equal([2], asked);
    }

    // Of 320 held-out pictures the 311th is wrong: accepted is what is surer than 1 - 311 / 320, which is 0.028.
    [Theory]
    [InlineData(0.97f, Decision.Accept)]
    [InlineData(0.98f, Decision.Unsure)]
    public void Read_PromisedComb_IsAcceptedOnlyAboveTheThreshold(float notADigit, Decision decision)
    {
        CellDigit[] cells = [FieldSamples.Cell(0, 0, (3, 1)), FieldSamples.Cell(1, notADigit, (7, 1))];
        SeenField seen = FieldSamples.Seen(1, 2, Grammar.Parse("pattern:[0-9][0-9]"), cells);

        Assert.Equal(decision, Assert.Single(Read(seen, threshold: null, promise: _ => Promised(320, 311))).Decision);
    }

    [Theory]
    [InlineData("pattern:[0-9]", Decision.Accept)]
    [InlineData("pattern:[1-3]", Decision.Unsure)] // the grammar reads a 2; the network would have said 7
    public void Read_PromisedDigitThatTheGrammarChose_IsUnsure(string grammar, Decision decision)
    {
        CellDigit cell = FieldSamples.Cell(0, 0, (7, 0.9f), (2, 0.1f));

        Assert.Equal(decision, Assert.Single(Read(FieldSamples.Seen(1, 1, Grammar.Parse(grammar), cell), promise: _ => Promised(300))).Decision);
    }

    [Fact]
    public void Read_Grid_IsANumberPerRow()
    {
        SeenField seen = FieldSamples.Seen(
            2, 2, null, FieldSamples.Cell(0, 0, (3, 1)), null, FieldSamples.Cell(2, 0, (4, 0.9f), (9, 0.1f)), FieldSamples.Cell(3, 0, (7, 0.8f), (1, 0.2f)));

        ReadNumber[] rows = [.. Read(seen)];

        Assert.Equal([("f.1", "3."), ("f.2", "47")], rows.Select(row => (row.Name!, row.Text)));
        Assert.Equal(1 / 1.002, rows[0].Confidence, 1e-6);
        Assert.Equal(0.9 * 0.8 / (1.002 * 1.002), rows[1].Confidence, 1e-6);
        Assert.Equal([0.9 / 1.002, 0.8 / 1.002], rows[1].Digits.Select(digit => digit.Confidence), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal((9, 0.1f), (rows[1].Digits[0].Alternatives[0].Value, rows[1].Digits[0].Alternatives[0].Probability));
        Assert.Equal(new PixelBox(1010, 60, 100, 50), rows[1].Box);
        Assert.Equal(new PixelBox(1100, 20, 10, 30), rows[1].Digits[0].Box);
        Assert.All(rows, row => Assert.Equal(Decision.Accept, row.Decision));
    }

    [Fact]
    public void Read_GridCell_IsReadWithinItsGrammar()
    {
        CellDigit cell = FieldSamples.Cell(0, 0.1f, (7, 0.9f), (2, 0.075f), (1, 0.025f));

        ReadNumber row = Read(FieldSamples.Seen(2, 1, Grammar.Parse("pattern:[1-3]"), cell, null)).First();

        Assert.Equal("2", row.Text);
        Assert.Equal(0.75 * 0.9, row.Confidence, 1e-6);
    }

    [Fact]
    public void Read_GridCellOutsideItsGrammar_HoldsNoDigit()
    {
        ReadNumber row = Read(FieldSamples.Seen(2, 2, Grammar.Parse("pattern:[1-3]"), FieldSamples.Cell(0, 0, (2, 1)), FieldSamples.Cell(1, 0.25f, (7, 1)), null, null)).First();

        Assert.Equal(("2.", Decision.Unsure), (row.Text, row.Decision));
        Assert.Equal("column 2 holds no digit (probability 0.25)", Assert.Single(row.Flaws));
        Assert.Equal(0.75, row.Confidence, 1e-6);
        Assert.Single(row.Digits);
    }

    [Theory]
    [InlineData(0.5f, "7.", 0)] // one half is still a digit, though an unsure one
    [InlineData(0.625f, "..", 1)]
    public void Read_GridCellThatIsNoDigit_IsLeftEmptyAndNamed(float notADigit, string text, int flaws)
    {
        ReadNumber row = Read(FieldSamples.Seen(2, 2, null, FieldSamples.Cell(0, notADigit, (7, 1)), null, null, null)).First();

        Assert.Equal((text, Decision.Unsure, flaws), (row.Text, row.Decision, row.Flaws.Count));
    }

    [Fact]
    public void Read_GridCellWithNotes_IsLeftEmptyAndNamed()
    {
        SeenField seen = FieldSamples.Seen(2, 2, null, null, FieldSamples.Cell(1, 0.5f, (7, 1)) with { IsCrowded = true }, null, null);

        ReadNumber row = Read(Flawed(seen, "too light")).First();

        Assert.Equal(("..", Decision.Unsure), (row.Text, row.Decision));
        Assert.Equal(["too light", "column 2 holds several small marks"], row.Flaws);
        Assert.Equal(0.5, row.Confidence, 1e-9);
    }

    [Fact]
    public void Read_EmptyRow_IsAccepted()
    {
        ReadNumber row = Read(FieldSamples.Seen(2, 2, null, null, null, null, null), promise: _ => Promised(320, 1)).Last();

        Assert.Equal(("..", 1.0, Decision.Accept), (row.Text, row.Confidence, row.Decision));
    }

    [Theory]
    [InlineData(0.71, Decision.Accept)]
    [InlineData(0.72, Decision.Unsure)]
    public void Read_Row_IsAcceptedFromTheLeastConfidence(double least, Decision decision) =>
        Assert.Equal(decision, Read(FieldSamples.Seen(2, 2, null, Three, Seven, null, null), Options(least)).First().Decision);

    [Theory]
    [InlineData(0.3f, Decision.Unsure)]
    [InlineData(0.2f, Decision.Accept)]
    public void Read_RowWithADoubtfulCell_IsUnsure(float notADigit, Decision decision) => Assert.Equal(
        decision,
        Read(FieldSamples.Seen(2, 2, null, FieldSamples.Cell(0, 0, (3, 1)), FieldSamples.Cell(1, notADigit, (7, 1)), null, null), threshold: 0.25).First().Decision);

    [Theory]
    [InlineData(0, Decision.Accept)]
    [InlineData(1, Decision.Unsure)]
    public void Read_PromisedRow_IsAcceptedOnlyWhereItIsPromised(int error, Decision decision)
    {
        // With the surest picture wrong nothing can be promised of 320.
        SelectiveRiskThreshold promise = error == 0 ? Promised(320) : Promised(320, 1, 2, 3);

        Assert.Equal(decision, Read(FieldSamples.Seen(2, 1, null, null, FieldSamples.Cell(1, 0, (3, 1))), promise: _ => promise).Last().Decision);
    }

    private static void RankedDigitOf(ReadNumber number, out int value, out float probability) =>
        (value, probability) = (Assert.Single(number.Digits[0].Alternatives).Value, number.Digits[0].Alternatives[0].Probability);

    private static SelectiveRiskThreshold Promised(int pictures, params int[] errors) => SelectiveRiskThreshold.Of(HeldOutSamples.Of(pictures, errors), 0.01);

    private static ReadingOptions Options(double minConfidence) => ReadingOptions.Default with { MinConfidence = minConfidence };

    private static SeenField Flawed(SeenField seen, string flaw) => seen with { Flaws = [.. seen.Flaws.Select(_ => new[] { flaw })] };

    private static IEnumerable<ReadNumber> Read(
        SeenField seen, ReadingOptions? options = null, double? threshold = 0.25, Func<int, SelectiveRiskThreshold?>? promise = null) =>
        new CellFieldReader(options ?? ReadingOptions.Default, threshold, promise ?? (_ => null)).Read(seen, box => box with { X = box.X + 1000 });
}
