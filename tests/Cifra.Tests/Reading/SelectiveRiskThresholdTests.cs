using Cifra.Evaluation.Refusals;
using Cifra.Network;
using Cifra.Reading;
using Cifra.Tests.Evaluation;

namespace Cifra.Tests.Reading;

// At 1 % it takes 299 pictures without an error, 473 with one, 628 with two: the published sample sizes for 95 % confidence.
public sealed class SelectiveRiskThresholdTests
{
    [Fact]
    public void Of_NoErrors_AcceptsEverything()
    {
        var promise = SelectiveRiskThreshold.Of(HeldOutSamples.Of(300), 0.01);

        Assert.Equal(0, promise.Threshold);
        Assert.Equal(300, promise.Accepted);
        Assert.Equal(1, promise.Coverage);
        Assert.True(promise.Accepts(0.2));
        Assert.Empty(promise.Refusal);
    }

    [Fact]
    public void Of_OneErrorAmongTheLast_AcceptsAllAboveIt()
    {
        var promise = SelectiveRiskThreshold.Of(HeldOutSamples.Of(320, 311), 0.01); // nine tenths are 288, the first test is at 299

        Assert.Equal(1 - (311.0 / 320), promise.Threshold);
        Assert.Equal((310, 0), (promise.Accepted, promise.Errors));
        Assert.False(promise.Accepts(1 - (311.0 / 320)));
        Assert.True(promise.Accepts(1 - (310.0 / 320)));
        Assert.True(promise.ErrorUpper95 <= 0.01);
    }

    [Fact]
    public void Of_SecondErrorWhereItIsAllowed_GoesOnToTheThird()
    {
        var promise = SelectiveRiskThreshold.Of(HeldOutSamples.Of(680, 3, 640, 660), 0.01); // 612 are nine tenths; 628 allow two errors; 773 would allow three

        Assert.Equal((659, 2), (promise.Accepted, promise.Errors));
    }

    [Fact]
    public void Of_ErrorsTooEarly_DeclinesAndSaysHowManyPicturesItTakes()
    {
        var promise = SelectiveRiskThreshold.Of(HeldOutSamples.Of(320, 100), 0.01);

        Assert.Null(promise.Threshold);
        Assert.Equal((299, 1), (promise.Accepted, promise.Errors));
        Assert.False(promise.Accepts(1));
        Assert.Equal(299, promise.LeastAccepted);

        // One of 299 wrong: 773 pictures allow three errors where 2.6 are expected, 628 only two where 2.1 are. 773 · 320 / 299 = 827.3.
        Assert.Equal(828, promise.NeededPictures);
    }

    [Fact]
    public void Of_TooFewPictures_DeclinesWithThoseThatItTakes()
    {
        var promise = SelectiveRiskThreshold.Of(HeldOutSamples.Of(100), 0.01);

        Assert.Null(promise.Threshold);
        Assert.Equal((90, 0), (promise.Accepted, promise.Errors));
        Assert.Equal(333, promise.NeededPictures); // 299 accepted at a coverage of 0.9
        Assert.Contains("299 accepted pictures without an error, or some 333 held-out pictures", promise.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ErrorsOftenerThanTheRate_SaysThatNoNumberWouldDo()
    {
        var promise = SelectiveRiskThreshold.Of(HeldOutSamples.Of(400, [.. Enumerable.Range(1, 100)]), 0.01);

        Assert.Null(promise.Threshold);
        Assert.Null(promise.NeededPictures);
        Assert.Contains("errs too often", promise.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EquallySureErrors_AreTakenTogether()
    {
        var scores = new HeldOutScores
        {
            Pictures = 320,
            Misread = 2,
            Errors = [new HeldOutError(0.5, 309), new HeldOutError(0.5, 309)],
        };

        var promise = SelectiveRiskThreshold.Of(scores, 0.01);

        Assert.Equal((0.5, 309, 0), (promise.Threshold, promise.Accepted, promise.Errors));
    }

    [Fact]
    public void Of_RefusedAsNoDigit_CountAgainstTheCoverage()
    {
        var promise = SelectiveRiskThreshold.Of(HeldOutSamples.Of(320) with { Refused = 16, NotADigitThreshold = 0.25 }, 0.01);

        Assert.Equal(304, promise.Accepted);
        Assert.Equal(0.95, promise.Coverage);
        Assert.True(promise.Accepts(0.9, notADigit: 0.25));
        Assert.False(promise.Accepts(0.9, notADigit: 0.26));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Of_NoRate_Refused(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SelectiveRiskThreshold.Of(HeldOutSamples.Of(10), rate));

    [Fact]
    public void Of_NoScores_Refused() => Assert.Throws<ArgumentNullException>(() => SelectiveRiskThreshold.Of(null!, 0.01));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Of_NoCoverage_Refused(double coverage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SelectiveRiskThreshold.Of(HeldOutSamples.Of(10), 0.01, coverage));

    [Theory]
    [InlineData(101, 0.9, 91)] // 90.9 rounded up
    [InlineData(100, 0.4, 40)]
    [InlineData(100, 0, 0)]
    public void Of_TooFewPictures_FailsAtTheLeastCoverage(int pictures, double coverage, int accepted) =>
        Assert.Equal(accepted, SelectiveRiskThreshold.Of(HeldOutSamples.Of(pictures), 0.01, coverage).Accepted);

    [Fact]
    public void Of_MoreRefusedThanTheCoverageLeaves_FailsAtWhatIsRanked()
    {
        var threshold = SelectiveRiskThreshold.Of(HeldOutSamples.Of(100) with { Refused = 20, NotADigitThreshold = 0.5 }, 0.01);

        Assert.Equal(80, threshold.Accepted);
        Assert.Equal(0.8, threshold.Coverage);
    }

    [Fact]
    public void Of_SmallerCoverage_GetsPastErrorsThatALargerOneMeets()
    {
        HeldOutScores scores = HeldOutSamples.Of(1000, [.. Enumerable.Range(600, 10)]);

        Assert.Null(SelectiveRiskThreshold.Of(scores, 0.01).Threshold);
        Assert.Equal((600, 1), (SelectiveRiskThreshold.Of(scores, 0.01, 0.4).Accepted, SelectiveRiskThreshold.Of(scores, 0.01, 0.4).Errors));
    }

    [Fact]
    public void Accepts_Threshold_IsAboveNotAt()
    {
        var threshold = SelectiveRiskThreshold.Of(HeldOutSamples.Of(320, 311), 0.01);
        double at = threshold.Threshold!.Value;

        Assert.True(threshold.Accepts(Math.BitIncrement(at)));
        Assert.True(threshold.Accepts(1));
        Assert.False(threshold.Accepts(at));
        Assert.False(threshold.Accepts(0));
        Assert.True(threshold.Accepts(1, notADigit: 1)); // the network cannot tell, so it is not asked
    }

    [Fact]
    public void ErrorUpper95_AcceptedWithoutAnError_IsTheRuleOfThree()
    {
        var threshold = SelectiveRiskThreshold.Of(HeldOutSamples.Of(300), 0.01);

        Assert.Equal(1 - Math.Pow(0.05, 1.0 / 300), threshold.ErrorUpper95, 1e-12);
        Assert.Equal(299, threshold.LeastAccepted);
        Assert.Null(threshold.NeededPictures);
    }

    [Fact]
    public void ToString_Threshold_NamesRateConfidenceAndSample() => Assert.Equal(
        "an error of 1% at most: confidence above 0.0281 (0 of 310 wrong, 96.9% of 320 held-out pictures)",
        SelectiveRiskThreshold.Of(HeldOutSamples.Of(320, 311), 0.01).ToString());

    [Fact]
    public void ToString_NoThreshold_SaysWhy()
    {
        var threshold = SelectiveRiskThreshold.Of(HeldOutSamples.Of(100), 0.01);

        // 1 − 0.05 to the power of 1/90 is 3.2738 %.
        Assert.Equal(
            "an error of 1% at most cannot be promised: of the 90 surest of 100 held-out pictures 0 are wrong, which allows no less than 3.2738%; "
                + "it takes 299 accepted pictures without an error, or some 333 held-out pictures read like these",
            threshold.Refusal);
        Assert.Equal(threshold.Refusal, threshold.ToString());
    }

    [Fact]
    public void Refusal_HandMade_CountsWhatIsAccepted()
    {
        HeldOutScores scores = HeldOutSamples.Of(320) with { Misread = 1, Errors = [new HeldOutError(0.45, 309)] };

        var refusal = Refusal.Of(SelectiveRiskThreshold.Of(scores, 0.01), PredictionSamples.Of("1122", (1, 0.9f), (7, 0.9f), (2, 0.5f), (2, 0.4f)));

        Assert.Equal((3, 1), (refusal.Accepted, refusal.Errors));
        Assert.Equal(0.75, refusal.Coverage);
        Assert.False(refusal.Held);
    }
}
