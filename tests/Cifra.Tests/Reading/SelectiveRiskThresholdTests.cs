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
    public void Refusal_HandMade_CountsWhatIsAccepted()
    {
        HeldOutScores scores = HeldOutSamples.Of(320) with { Misread = 1, Errors = [new HeldOutError(0.45, 309)] };

        var refusal = Refusal.Of(SelectiveRiskThreshold.Of(scores, 0.01), PredictionSamples.Of("1122", (1, 0.9f), (7, 0.9f), (2, 0.5f), (2, 0.4f)));

        Assert.Equal((3, 1), (refusal.Accepted, refusal.Errors));
        Assert.Equal(0.75, refusal.Coverage);
        Assert.False(refusal.Held);
    }
}
