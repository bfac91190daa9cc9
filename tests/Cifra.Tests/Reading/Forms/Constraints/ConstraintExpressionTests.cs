using Cifra.Reading.Forms.Constraints;

namespace Cifra.Tests.Reading.Forms.Constraints;

public sealed class ConstraintExpressionTests
{
    private static readonly ConstraintExpression A = new ConstraintExpression.Field("a");
    private static readonly ConstraintExpression B = new ConstraintExpression.Field("b");
    private static readonly ConstraintExpression None = new ConstraintExpression.Field("none");
    private static readonly ConstraintExpression Two = new ConstraintExpression.Number(2);

    [Theory]
    [InlineData("12", 12)]
    [InlineData("-1.50", -1.5)]
    [InlineData("0001-01-02", 1)] // days since the first day of the calendar
    [InlineData("0002-01-01", 365)]
    public void Evaluate_Field_IsItsNumberOrItsDay(string text, double value) => Assert.Equal((decimal)value, A.Evaluate(_ => text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12a")]
    [InlineData("1,000")]
    [InlineData("2019-13-01")]
    public void Evaluate_FieldThatIsNoNumber_HasNoValue(string? text) => Assert.Null(A.Evaluate(_ => text));

    [Theory]
    [InlineData('+', 15)]
    [InlineData('-', 9)]
    [InlineData('*', 36)]
    public void Evaluate_Pair_IsCalculated(char sign, int value) => Assert.Equal(value, new ConstraintExpression.Pair(A, sign, B).Evaluate(Values));

    [Fact]
    public void Evaluate_PairWithoutAValue_HasNone()
    {
        Assert.Null(new ConstraintExpression.Pair(A, '+', None).Evaluate(Values));
        Assert.Null(new ConstraintExpression.Pair(None, '*', B).Evaluate(Values));
    }

    [Fact]
    public void Evaluate_Sum_TakesWhatHasNoValueForZero()
    {
        Assert.Equal(15, new ConstraintExpression.Sum([A, None, B]).Evaluate(Values));
        Assert.Null(new ConstraintExpression.Sum([None, None]).Evaluate(Values));
    }

    [Fact]
    public void Filled_Expressions_AreBracketedWhereTheyMustBe()
    {
        var plus = new ConstraintExpression.Pair(A, '+', B);
        var times = new ConstraintExpression.Pair(A, '*', B);

        Assert.Equal("12 + 3", plus.Filled(Values));
        Assert.Equal("(12 + 3) * 2", new ConstraintExpression.Pair(plus, '*', Two).Filled(Values));
        Assert.Equal("2 - (12 + 3)", new ConstraintExpression.Pair(Two, '-', plus).Filled(Values));
        Assert.Equal("2 + 12 + 3", new ConstraintExpression.Pair(Two, '+', plus).Filled(Values));
        Assert.Equal("12 * 3 * 2", new ConstraintExpression.Pair(times, '*', Two).Filled(Values));
        Assert.Equal("2 - 12 * 3", new ConstraintExpression.Pair(Two, '-', times).Filled(Values));
        Assert.Equal("(12 + 3) + 2", new ConstraintExpression.Pair(new ConstraintExpression.Sum([A, B]), '+', Two).Filled(Values));
        Assert.Equal("12 + 2", new ConstraintExpression.Pair(new ConstraintExpression.Sum([A]), '+', Two).Filled(Values));
        Assert.Equal("12 + 3", new ConstraintExpression.Sum([A, None, B]).Filled(Values)); // what has no value is left out
        Assert.Equal("nothing", None.Filled(Values));
    }

    [Fact]
    public void Explain_Expressions_SayWhereTheValueComesFrom()
    {
        Assert.Equal("a is 12", A.Explain(Values, 12));
        Assert.Equal("the limit is 2", Two.Explain(Values, 2));
        Assert.Equal("12 + 3 is 15", new ConstraintExpression.Sum([A, B]).Explain(Values, 15));
        Assert.Equal("12 * 3 is 36.5", new ConstraintExpression.Pair(A, '*', B).Explain(Values, 36.5m));
    }

    [Fact]
    public void Names_AreThoseOfAllParts()
    {
        Assert.Empty(Two.Names);
        Assert.Equal(["a", "b", "a"], new ConstraintExpression.Pair(A, '+', new ConstraintExpression.Sum([B, A])).Names);
    }

    private static string? Values(string name) => name switch
    {
        "a" => "12",
        "b" => "3",
        _ => null,
    };
}
