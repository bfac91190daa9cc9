using Cifra.Evaluation.Strings;
using Cifra.Reading.Output;

namespace Cifra.Tests.Evaluation.Strings;

public sealed class StringScoreTests
{
    [Theory]
    [InlineData("1450", "1450", StringFailure.None, 0)]
    [InlineData("1,450.00", "145000", StringFailure.None, 0)] // separators are left out on both sides
    [InlineData("$1450-", "#1450=", StringFailure.None, 0)]
    [InlineData("12 34|56", "12 34|56", StringFailure.None, 0)]
    [InlineData("12  34 | 56 |", "12 34|56", StringFailure.None, 0)]
    [InlineData("- 12", "12", StringFailure.None, 0)] // a group of separators alone is none
    [InlineData("12 34|56", "1234|56", StringFailure.WrongGrouping, 0)]
    [InlineData("12 34|56", "12 34 56", StringFailure.WrongGrouping, 0)]
    [InlineData("1450", "1950", StringFailure.Substituted, 1)]
    [InlineData("1450", "7956", StringFailure.Substituted, 3)]
    [InlineData("1450", "14501", StringFailure.TooManyDigits, 1)]
    [InlineData("1450", "140", StringFailure.MissingDigits, 1)]
    [InlineData("1450", "14 0", StringFailure.MissingDigits, 1)] // groups are looked at where the characters are right
    [InlineData("1450", "", StringFailure.NothingRead, 4)]
    [InlineData("1450", "-.", StringFailure.NothingRead, 4)]
    [InlineData("1234567", "193456", StringFailure.Several, 2)]
    [InlineData("", "", StringFailure.None, 0)]
    [InlineData("", "1", StringFailure.TooManyDigits, 1)]
    public void Of_TruthAndRead_TellsTheKind(string truth, string read, StringFailure kind, int changes)
    {
        var score = StringScore.Of(new StringTruth("a", truth), new StringAnswer(read, 0.5, true));

        Assert.Equal(kind, score.Failure);
        Assert.Equal(changes, score.Changes);
        Assert.Equal(changes == 0, score.IsExact);
        Assert.Equal(kind == StringFailure.None, score.IsWhollyRight);
        Assert.Equal(truth.Count(char.IsAsciiDigit), score.TrueCharacters);
    }

    [Theory]
    [InlineData("ABC-123", "abc123", true, StringFailure.None)]
    [InlineData("ABC-123", "ABD123", true, StringFailure.Substituted)]
    [InlineData("ABC-123", "ABD123", false, StringFailure.None)]
    public void Of_Letters_CountOnlyWhereAsked(string truth, string read, bool letters, StringFailure kind) =>
        Assert.Equal(kind, StringScore.Of(new StringTruth("a", truth), new StringAnswer(read, 1, true), letters).Failure);

    [Fact]
    public void Unreadable_Picture_LacksAllItsCharacters()
    {
        var score = StringScore.Unreadable(new StringTruth("a", "12.3"), "gone");

        Assert.Equal((StringFailure.Unreadable, 3, 3, false), (score.Failure, score.Changes, score.TrueCharacters, score.IsExact));
    }
}
