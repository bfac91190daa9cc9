using Cifra.Reading.Grammars;

namespace Cifra.Tests.Reading.Grammars;

public sealed class GrammarExplanationTests
{
    [Fact]
    public void Explain_CheckDigit_NamesThePlaceAndTheReason()
    {
        GrammarExplanation explanation = Grammar.RoutingNumber().Explain("011000015", "011000016", "071000015", "011000015", "011000018");

        GrammarChange change = Assert.Single(explanation.Changes);
        Assert.Equal(new GrammarChange(8, '5', '6', "else the check digit (3-7-1) is wrong"), change);
        Assert.Equal("5 rather than 6: else the check digit (3-7-1) is wrong", explanation.Text);
        Assert.Equal("the check digit (3-7-1) is wrong", explanation.Objection);
        Assert.Equal(
            [new PassedOverText("011000016", "the check digit (3-7-1) is wrong"), new PassedOverText("071000015", "the check digit (3-7-1) is wrong")],
            explanation.PassedOver);
    }

    [Fact]
    public void Explain_SymbolReadTwice_SaysWhyItIsLeftOut() =>
        Assert.Equal("no 2: else 6 digits are not right; it has 5 or 9", Grammar.Postcode("us").Explain("12345", "123425").Text);

    [Fact]
    public void Explain_SymbolMissing_SaysWhyItIsThere() =>
        Assert.Equal("3 rather than nothing: else 4 digits are too few; it has 5 or 9", Grammar.Postcode("us").Explain("12345", "1245").Text);

    [Fact]
    public void Explain_TwoPlacesThatGoTogether_SaysSo()
    {
        // 30 February of no year; each change alone makes a date of it
        GrammarExplanation explanation = Grammar.Parse("date:dmy").Explain("20/03/2019", "30/02/2019");

        Assert.Equal(
            "2 rather than 3: goes with the other changes, for day 30, and month 2 has 28; "
                + "3 rather than 2: goes with the other changes, for day 30, and month 2 has 28",
            explanation.Text);
    }

    [Fact]
    public void Explain_ReadIsInTheGrammar_LeavesItToTheReader() =>
        Assert.Equal("4 rather than 9: the grammar allows both", Grammar.Digits(3, 3).Explain("124", "129").Text);

    [Fact]
    public void Explain_SameText_HasNoChange()
    {
        GrammarExplanation explanation = Grammar.Digits(3, 3).Explain("124", "124", "1245");

        Assert.Empty(explanation.Changes);
        Assert.Equal("", explanation.Text);
        Assert.Null(explanation.Objection);
        Assert.Empty(explanation.PassedOver);
    }

    [Fact]
    public void Explain_ManyDifferences_UndoesOneAtATime()
    {
        GrammarExplanation explanation = Grammar.Pattern("[A-Z]{2}[0-9]{2}").Explain("OI10", "01IO");

        Assert.Equal(
            ["O rather than 0", "I rather than 1", "1 rather than I", "0 rather than O"],
            explanation.Changes.Select(change => change.Text.Split(':')[0]));
        Assert.Equal("else 'O' in place 4, where a digit belongs", explanation.Changes[3].Reason);
    }
}
