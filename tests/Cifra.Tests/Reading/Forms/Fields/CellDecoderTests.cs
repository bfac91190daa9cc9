using Cifra.Reading.Forms.Fields;
using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Forms.Fields;

// Truth: products of the cells' probabilities, divided by their sum over all texts. An inked cell may be empty with 0.002, or a fifth of its being no digit.
public sealed class CellDecoderTests
{
    [Fact]
    public void Decode_TwoCells_RanksAllTextsByTheProductOfTheirProbabilities()
    {
        IReadOnlyList<CellText> texts = CellDecoder.Decode([FieldSamples.Cell(0, 0, (3, 0.9f), (8, 0.1f)), FieldSamples.Cell(1, 0, (7, 0.8f), (1, 0.2f))], null);

        Assert.Equal(["37", "31", "87", "81"], texts.Take(4).Select(text => text.Text));
        Assert.Equal(9, texts.Count); // three for each cell, the third that it is empty
        Assert.Equal(0.72 / (1.002 * 1.002), texts[0].Probability, 1e-6);
        Assert.Equal(0.18 / (1.002 * 1.002), texts[1].Probability, 1e-6);
        Assert.Equal(0.002 * 0.002 / (1.002 * 1.002), texts[^1].Probability, 1e-9);
        Assert.Equal("  ", texts[^1].Digits);
        Assert.Equal(Math.Log(0.72), texts[0].Value, 1e-6);
        Assert.Equal(1, texts.Sum(text => text.Probability), 1e-9);
    }

    [Fact]
    public void Decode_EmptyCell_IsASpaceThatCostsNothing()
    {
        CellText text = CellDecoder.Decode([FieldSamples.Cell(0, 0, (3, 1)), null], null)[0];

        Assert.Equal(("3", "3 "), (text.Text, text.Digits));
        Assert.Equal(1 / 1.002, text.Probability, 1e-6);
    }

    [Fact]
    public void Decode_InkThatIsProbablyNoDigit_MayBeEmptyWithAFifthOfThat()
    {
        // 0.4 that it is the digit 5; 0.2 x 0.6 = 0.12 that the cell is empty
        IReadOnlyList<CellText> texts = CellDecoder.Decode([FieldSamples.Cell(0, 0.6f, (5, 1))], null);

        Assert.Equal([("5", 0.4 / 0.52), ("", 0.12 / 0.52)], texts.Select(text => (text.Text, Math.Round(text.Probability, 9))), Close);
    }

    [Theory]
    [InlineData(0.9e-4f, 2)]
    [InlineData(1.1e-4f, 3)]
    public void Decode_DigitBelowOneInTenThousand_IsNotTried(float probability, int texts) =>
        Assert.Equal(texts, CellDecoder.Decode([FieldSamples.Cell(0, 0, (1, 1 - probability), (2, probability))], null).Count);

    [Fact]
    public void Decode_DigitOfInkThatIsNone_CountsOneInAMillionAtLeast()
    {
        IReadOnlyList<CellText> texts = CellDecoder.Decode([FieldSamples.Cell(0, 1, (5, 1))], null); // probability 0 to be the digit

        Assert.Equal(Math.Log(1e-6), texts[1].Value, 1e-9);
        Assert.Equal(Math.Log(0.2), texts[0].Value, 1e-9);
    }

    [Fact]
    public void Decode_ManyCells_KeepsTheSixtyLikeliest()
    {
        (int, float)[] all = [.. Enumerable.Range(0, 10).Select(digit => (digit, 0.1f))];

        Assert.Equal(60, CellDecoder.Decode([.. Enumerable.Range(0, 3).Select(cell => FieldSamples.Cell(cell, 0, all))], null).Count);
    }

    [Fact]
    public void Decode_Grammar_ChoosesAmongWhatItAllows()
    {
        IReadOnlyList<CellText> texts = CellDecoder.Decode([FieldSamples.Cell(0, 0, (7, 0.9f), (2, 0.06f), (1, 0.04f))], Grammar.Parse("pattern:[1-3]"));

        Assert.Equal(["2", "1"], texts.Select(text => text.Text));
        Assert.Equal(0.6, texts[0].Probability, 1e-6);
    }

    [Fact]
    public void Decode_NothingAllowed_IsEmpty() => Assert.Empty(CellDecoder.Decode([FieldSamples.Cell(0, 0, (7, 1))], Grammar.Parse("pattern:[1-3]")));

    [Fact]
    public void Decode_PrintedSign_IsInsertedWhereTheGrammarDemandsIt()
    {
        CellText text = CellDecoder.Decode([FieldSamples.Cell(0, 0, (4, 1)), FieldSamples.Cell(1, 0, (2, 1))], Grammar.Parse("pattern:[0-9]-[0-9]"))[0];

        Assert.Equal(("4-2", "42"), (text.Text, text.Digits));
    }

    private static bool Close((string Text, double Probability) a, (string Text, double Probability) b) =>
        a.Text == b.Text && Math.Abs(a.Probability - b.Probability) < 1e-6;
}
