using Cifra.Reporting;

namespace Cifra.Tests.Reporting;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(9999, "9999")]
    [InlineData(10000, "10\u202F000")]
    [InlineData(1234567, "1\u202F234\u202F567")]
    public void Count_Number_IsGroupedFromFiveDigits(long count, string expected) => Assert.Equal(expected, Figures.Count(count));

    [Theory]
    [InlineData(0, "0\u202F%")]
    [InlineData(0.0004, "<0.1\u202F%")]
    [InlineData(0.5, "50.0\u202F%")]
    [InlineData(0.9996, ">99.9\u202F%")]
    [InlineData(1, "100\u202F%")]
    public void Probability_NearTheEnds_ClaimsNoCertainty(double probability, string expected) =>
        Assert.Equal(expected, Figures.Probability(probability));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.00005, "5E-5")]
    [InlineData(0.01234, "0.0123")]
    [InlineData(0.5, "0.500")]
    [InlineData(2.345678, "2.35")]
    [InlineData(123.4, "123")]
    public void Small_Number_HasThreeDigitsThatCount(double value, string expected) => Assert.Equal(expected, Figures.Small(value));

    [Theory]
    [InlineData(0.84, "0.8\u202Fs")]
    [InlineData(59.4, "59\u202Fs")]
    [InlineData(725, "12\u202Fmin 5\u202Fs")]
    [InlineData(10920, "3\u202Fh 2\u202Fmin")]
    public void Duration_Seconds_HasTwoUnitsAtMost(double seconds, string expected) => Assert.Equal(expected, Figures.Duration(seconds));

    [Fact]
    public void Percent_NotDefined_IsADash() => Assert.Equal("–", Figures.Percent(null));
}
