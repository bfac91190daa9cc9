using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Network.Models;
using Cifra.Reading;
using Cifra.Reading.Grammars;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class NumberReaderTests
{
    private static GrayImage Number { get; } = DrawnDigits.DrawNumber("1450", 64, seed: 3);

    [Fact]
    public void Read_DrawnNumber_ReadsItAndSaysWhere()
    {
        ReadNumber number = Assert.Single(NumberReader.Default.Read(Number).Numbers);

        Assert.Equal("1450", number.Text);
        Assert.Equal(Decision.Accept, number.Decision);
        Assert.Equal([1, 4, 5, 0], number.Digits.Select(digit => digit.Value));
        Assert.Equal(number.Digits.OrderBy(digit => digit.Box.X), number.Digits);
        Assert.All(number.Digits, digit => Assert.InRange(digit.Box.Bottom, 1, Number.Height));
        Assert.Null(number.Value);
        Assert.Null(number.Explanation);
    }

    [Fact]
    public void Read_SeveralLines_ReadsEachAsANumber() =>
        Assert.Equal(["123", "4567"], NumberReader.Default.Read(DrawnDigits.DrawNumber("123\n4567", 64, seed: 8)).Numbers.Select(number => number.Text));

    [Fact]
    public void Read_Turned_FollowsTheSlope()
    {
        // Every column one row lower for each eight.
        var sloping = new GrayImage(Number.Width, Number.Height + (Number.Width / 8));
        sloping.Pixels.Fill(Number[0, 0]);
        for (int x = 0; x < Number.Width; x++)
        {
            for (int y = 0; y < Number.Height; y++)
            {
                sloping[x, y + (x / 8)] = Number[x, y];
            }
        }

        Assert.Equal("1450", Assert.Single(NumberReader.Default.Read(sloping).Numbers).Text);
    }

    [Fact]
    public void Read_Grammar_KeepsToItAndSaysWhatItChanged()
    {
        ReadNumber number = Assert.Single(Within(Grammar.Pattern("14(1|6)0")).Read(Number).Numbers);

        Assert.Contains(number.Text, new[] { "1410", "1460" });
        Assert.NotNull(number.Explanation);
        Assert.Equal("1450", number.Explanation.Read);
        Assert.Contains("rather than 5", number.Explanation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GrammarThatHasTheNumber_ChangesNothingAndGivesItsValue()
    {
        ReadNumber number = Assert.Single(Within(Grammar.Amount(new AmountOptions { Cents = CentsRule.Raised })).Read(Number).Numbers);

        Assert.Equal("1450", number.Text);
        Assert.Equal("14.50", number.Value);
        Assert.Null(number.Explanation);
    }

    [Fact]
    public void Read_NoTextOfTheGrammarFits_ReadsNothing() =>
        Assert.Empty(Within(Grammar.Pattern("[0-9]{60}")).Read(Number).Numbers);

    [Fact]
    public void Read_BlankPaper_IsBlank()
    {
        var paper = new GrayImage(300, 80);
        paper.Pixels.Fill(220);

        Assert.True(NumberReader.Default.Read(paper).IsBlank);
    }

    // Longer than the networks take: its beginning is read.
    [Fact]
    public void Read_RowOfAHundredDigits_ReadsItsBeginning()
    {
        string digits = string.Concat(Enumerable.Range(0, 100).Select(i => (char)('0' + (i % 10))));

        ReadNumber number = Assert.Single(Within(Grammar.Digits(1, null)).Read(DrawnDigits.DrawNumber(digits, 40, seed: 3)).Numbers);

        Assert.InRange(number.Digits.Count, 30, 100);
    }

    [Fact]
    public void Read_ManyThreads_SayTheSame()
    {
        double[] readings = new double[16];

        Parallel.For(0, readings.Length, i => readings[i] = NumberReader.Default.Read(Number).Numbers[0].Confidence);

        Assert.Single(readings.Distinct());
    }

    [Fact]
    public void Threshold_NoRate_IsNone() => Assert.Null(NumberReader.Default.Threshold);

    [Fact]
    public void Read_RateThatCannotBePromised_IsUnsure()
    {
        var reader = new NumberReader(Pretrained.Field, Pretrained.Lines, new ReadingOptions { MaxError = 1e-6 });

        Assert.NotNull(reader.Threshold!.Refusal);
        Assert.Equal(Decision.Unsure, Assert.Single(reader.Read(Number).Numbers).Decision);
    }

    private static NumberReader Within(Grammar grammar) => new(Pretrained.Field, Pretrained.Lines, options: null, grammar);
}
