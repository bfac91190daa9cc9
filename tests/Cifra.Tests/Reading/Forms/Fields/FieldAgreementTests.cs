using Cifra.Reading;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Fields;

namespace Cifra.Tests.Reading.Forms.Fields;

public sealed class FieldAgreementTests
{
    [Fact]
    public void Check_SumThatHolds_ChangesNothing()
    {
        ReadNumber[] numbers = [Number("a", "12"), Number("b", "30"), Number("total", "42")];

        (IReadOnlyList<ReadNumber> checkedNumbers, IReadOnlyList<string> findings) = FieldAgreement.Check(Form("a + b = total"), numbers);

        Assert.Equal(numbers, checkedNumbers);
        Assert.Empty(findings);
    }

    [Fact]
    public void Check_SumThatDoesNot_MakesItsFieldsUnsureAndNoOthers()
    {
        ReadNumber refused = Number("b", "30") with { Decision = Decision.NotADigit };

        (IReadOnlyList<ReadNumber> numbers, IReadOnlyList<string> findings) =
            FieldAgreement.Check(Form("a = TOTAL"), [Number("a", "12"), refused, Number("total", "42")]);

        Assert.Equal([Decision.Unsure, Decision.NotADigit, Decision.Unsure], numbers.Select(number => number.Decision));
        Assert.Equal("a = TOTAL does not hold: a is 12, total is 42", Assert.Single(findings));
    }

    [Fact]
    public void Check_ViolatedRule_LeavesAnotherDecisionAsItIs()
    {
        ReadNumber unsure = Number("a", "12") with { Decision = Decision.Unsure };

        Assert.Equal(Decision.Unsure, FieldAgreement.Check(Form("a = total"), [unsure, Number("total", "42")]).Numbers[0].Decision);
    }

    [Fact]
    public void Check_Value_ComesBeforeTheText()
    {
        ReadNumber amount = Number("a", "1.234,50") with { Value = "1234.50" };

        Assert.Empty(FieldAgreement.Check(Form("a = total"), [amount, Number("total", "1234.5")]).Findings);
    }

    [Theory]
    [InlineData("", Decision.Accept)]
    [InlineData("41", Decision.NotADigit)]
    public void Check_FieldThatIsEmptyOrNoNumber_IsNotChecked(string text, Decision decision) =>
        Assert.Empty(FieldAgreement.Check(Form("a = total"), [Number("a", text) with { Decision = decision }, Number("total", "42")]).Findings);

    [Fact]
    public void Check_FieldThatIsMissing_IsNotChecked() => Assert.Empty(FieldAgreement.Check(Form("a = total"), [Number("total", "42")]).Findings);

    [Theory]
    [InlineData(0.02, true)]
    [InlineData(0.019, false)]
    public void Check_AlternativeThatWouldHold_IsProposedFromTwoInAHundred(double probability, bool proposed)
    {
        ReadNumber a = Number("a", "47") with { Alternatives = [new RankedText("42", probability)] };

        string finding = Assert.Single(FieldAgreement.Check(Form("a = total"), [a, Number("total", "42")]).Findings);

        Assert.Equal(proposed, finding.EndsWith($"; it would hold if a were 42 (probability {probability:F3})", StringComparison.Ordinal));
        Assert.Equal(proposed, finding.Contains("would", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_SeveralAlternatives_ProposesTheLikeliestThatWouldHold()
    {
        ReadNumber a = Number("a", "12") with { Alternatives = [new RankedText("13", 0.4), new RankedText("10", 0.1)] };
        ReadNumber b = Number("b", "30") with { Alternatives = [new RankedText("28", 0.2), new RankedText("20", 0.15)] };

        string finding = Assert.Single(FieldAgreement.Check(Form("a + b = total"), [a, b, Number("total", "40")]).Findings);

        Assert.EndsWith("; it would hold if b were 28 (probability 0.200)", finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_RequiredFieldThatIsEmpty_IsNamedAndUnsure()
    {
        (IReadOnlyList<ReadNumber> numbers, IReadOnlyList<string> findings) =
            FieldAgreement.Check(Form(null, required: true), [Number("a", "") with { Flaws = [FieldFlaws.Empty] }, Number("b", "1")]);

        Assert.Equal("a is empty and must be filled in", Assert.Single(findings));
        Assert.Equal([Decision.Unsure, Decision.Accept], numbers.Select(number => number.Decision));
    }

    [Fact]
    public void Check_RequiredFieldThatIsFilled_IsFine() => Assert.Empty(FieldAgreement.Check(Form(null, required: true), [Number("a", "1")]).Findings);

    [Fact]
    public void Check_EmptyFieldThatIsNotRequired_IsFine() =>
        Assert.Empty(FieldAgreement.Check(Form(null), [Number("a", "") with { Flaws = [FieldFlaws.Empty] }]).Findings);

    [Theory]
    [InlineData(false, 0)] // one row of a grid is enough
    [InlineData(true, 1)]
    public void Check_RequiredGrid_IsMissingOnlyIfAllItsRowsAreEmpty(bool empty, int findings)
    {
        var grid = new FormField("g", new FormBox(0, 0, 4, 4)) { Rows = 2, Columns = 2, Cells = FormCells.Digit, Required = true };
        ReadNumber[] rows = [Number("g.1", "..") with { Flaws = [FieldFlaws.Empty] }, Number("g.2", "1.") with { Flaws = empty ? [FieldFlaws.Empty] : [] }];

        (IReadOnlyList<ReadNumber> numbers, IReadOnlyList<string> found) = FieldAgreement.Check(new FormTemplate("t", 4, 4, [grid]), rows);

        Assert.Equal(findings, found.Count);
        Assert.All(numbers, number => Assert.Equal(empty ? Decision.Unsure : Decision.Accept, number.Decision));
    }

    private static ReadNumber Number(string name, string text) => new(text, 1, Decision.Accept, default, []) { Name = name };

    private static FormTemplate Form(string? rule, bool required = false)
    {
        string[] names = ["a", "b", "total"];
        FormField[] fields = [.. names.Select(name => new FormField(name, new FormBox(0, 0, 1, 1)) { Required = required && name == "a" })];
        return new FormTemplate("t", 1, 1, fields) { Rules = rule is null ? [] : [FormConstraint.Parse(rule, names)] };
    }
}
