using Cifra.Reading.Forms;

namespace Cifra.Tests.Reading.Forms.Constraints;

public sealed class ConstraintComparisonTests
{
    // Each comparison by its sign and in words, of 1, 2 and 3 with 2.
    [Theory]
    [InlineData("<=", true, true, false)]
    [InlineData("at most", true, true, false)]
    [InlineData(">=", false, true, true)]
    [InlineData("at least", false, true, true)]
    [InlineData("!=", true, false, true)]
    [InlineData("differs from", true, false, true)]
    [InlineData("<", true, false, false)]
    [InlineData("below", true, false, false)]
    [InlineData(">", false, false, true)]
    [InlineData("Above", false, false, true)]
    [InlineData("=", false, true, false)]
    [InlineData("equals", false, true, false)]
    public void Holds_OfOneTwoAndThree_WithTwo(string comparison, bool one, bool two, bool three)
    {
        var rule = FormConstraint.Parse($"a {comparison} 2", ["a"]);

        Assert.Equal([one, two, three], new[] { "1", "2", "3" }.Select(value => rule.Objection(_ => value) is null));
    }
}
