using Cifra.Reading;
using Cifra.Tests.Evaluation;

namespace Cifra.Tests.Reading;

public sealed class SelectiveRiskThresholdsTests
{
    [Fact]
    public void Of_NoRate_IsNone()
    {
        Assert.Null(SelectiveRiskThresholds.Of(ReadingOptions.Default, HeldOutSamples.Of(300)));
        Assert.Null(SelectiveRiskThresholds.Of(ReadingOptions.Default, null));
    }

    [Fact]
    public void Of_RateWithoutScores_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => SelectiveRiskThresholds.Of(new ReadingOptions { MaxError = 0.01 }, null));

        Assert.Equal("options", error.ParamName);
        Assert.Contains("held-out scores", error.Message, StringComparison.Ordinal);
    }

    // 598 pictures without an error allow half a per cent, 299 a whole one.
    [Theory]
    [InlineData(1, 0.01, true)]
    [InlineData(2, 0.005, true)]
    [InlineData(3, 0.01 / 3, false)]
    public void For_DigitsOfANumber_AreEachHeldToTheirPartOfTheRate(int digits, double rate, bool isPromised)
    {
        SelectiveRiskThreshold threshold = SelectiveRiskThresholds.Of(new ReadingOptions { MaxError = 0.01 }, HeldOutSamples.Of(598))!.For(digits);

        Assert.Equal(rate, threshold.MaxError, 1e-15);
        Assert.Equal(isPromised, threshold.Threshold is not null);
        Assert.Equal(isPromised, threshold.Accepts(1));
    }

    [Fact]
    public void For_SameNumberOfDigits_IsMadeOnce()
    {
        SelectiveRiskThresholds thresholds = SelectiveRiskThresholds.Of(new ReadingOptions { MaxError = 0.01 }, HeldOutSamples.Of(300))!;

        Assert.Same(thresholds.For(2), thresholds.For(2));
        Assert.NotSame(thresholds.For(2), thresholds.For(3));
    }
}
