using Cifra.Network;
using Cifra.Reading;
using Cifra.Tests.Evaluation;

namespace Cifra.Tests.Reading;

// At 1 % it takes 299 pictures without an error, 473 with one, 628 with two, 773 with three: the published sample sizes for 95 % confidence.
public sealed class HeldOutRankingTests
{
    private const double Rate = 0.01;

    [Fact]
    public void Count_Refused_AreNotRanked() =>
        Assert.Equal(290, new HeldOutRanking(HeldOutSamples.Of(300) with { Refused = 10, NotADigitThreshold = 0.5 }).Count);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 2)] // place 5 and 6 have one confidence: which of them comes first nobody knows
    [InlineData(9, 2)]
    [InlineData(10, 3)]
    [InlineData(100, 3)]
    public void ErrorsAmong_EquallyConfidentErrors_CountTogether(int pictures, int expected) =>
        Assert.Equal(expected, new HeldOutRanking(Errors(100, (0.9, 4), (0.9, 4), (0.8, 9))).ErrorsAmong(pictures));

    [Theory]
    [InlineData(290, 261, 261)] // not even one without an error fits
    [InlineData(298, 269, 269)]
    [InlineData(299, 270, 299)]
    [InlineData(320, 288, 299)]
    [InlineData(320, 300, 299)] // one error more takes 473: the last before
    [InlineData(473, 299, 473)]
    [InlineData(472, 299, 299)]
    [InlineData(628, 480, 628)]
    [InlineData(627, 480, 473)]
    [InlineData(1000, 628, 773)]
    public void Start_Sizes_AreThoseAtWhichOneErrorMoreIsAllowed(int pictures, int least, int expected) =>
        Assert.Equal(expected, new HeldOutRanking(HeldOutSamples.Of(pictures)).Start(least, Rate));

    [Fact]
    public void WalkDown_NoErrors_AcceptsAll() => Assert.Equal((0, 310, 0), new HeldOutRanking(HeldOutSamples.Of(310)).WalkDown(299, Rate));

    [Fact]
    public void WalkDown_TooManyErrorsAtTheStart_AcceptsNothing() => Assert.Null(new HeldOutRanking(HeldOutSamples.Of(400, 299)).WalkDown(299, Rate));

    [Fact]
    public void WalkDown_TooFewPicturesAtTheStart_AcceptsNothing() => Assert.Null(new HeldOutRanking(HeldOutSamples.Of(400)).WalkDown(298, Rate));

    // Two errors of one confidence among the places 501 and 502. One of them would be allowed there, both are not: neither is accepted.
    [Fact]
    public void WalkDown_EquallyConfidentErrors_AreTakenTogether() =>
        Assert.Equal((0.5, 500, 0), new HeldOutRanking(Errors(800, (0.5, 500), (0.5, 500), (0.2, 700))).WalkDown(473, Rate));

    // They stand at places 627 and 628, and 628 allow two errors: the walk goes on to the third, which 773 would allow.
    [Fact]
    public void WalkDown_EquallyConfidentErrorsThatAreAllowed_CountAsPlacesToo() =>
        Assert.Equal((0.2, 700, 2), new HeldOutRanking(Errors(800, (0.5, 626), (0.5, 626), (0.2, 700))).WalkDown(473, Rate));

    [Fact]
    public void WalkDown_EquallyConfidentErrorsOnePlaceTooEarly_EndAboveThem() =>
        Assert.Equal((0.5, 625, 0), new HeldOutRanking(Errors(800, (0.5, 625), (0.5, 625), (0.2, 700))).WalkDown(473, Rate));

    [Fact]
    public void WalkDown_AllErrorsAllowed_AcceptsAll() =>
        Assert.Equal((0, 800, 2), new HeldOutRanking(Errors(800, (0.5, 626), (0.5, 626))).WalkDown(473, Rate));

    [Fact]
    public void WalkDown_MoreErrorsThanAreRecorded_EndsAtTheLastOne() =>
        Assert.Equal((0.5, 650, 0), new HeldOutRanking(Errors(800, (0.5, 650)) with { Misread = 2 }).WalkDown(473, Rate));

    [Fact]
    public void NeededPictures_NoError_TakesTheFewestAtThatCoverage() =>
        Assert.Equal(374, new HeldOutRanking(HeldOutSamples.Of(100)).NeededPictures(80, Rate)); // 299 · 100 / 80 = 373.75

    // One of 299 wrong: 773 pictures allow three errors where 2.6 are expected, 628 only two where 2.1 are. 773 · 320 / 299 = 827.3.
    [Fact]
    public void NeededPictures_SomeErrors_TakesASampleThatAllowsThoseToBeExpected() =>
        Assert.Equal(828, new HeldOutRanking(HeldOutSamples.Of(320, 100)).NeededPictures(299, Rate));

    [Theory]
    [InlineData(0)] // nothing was accepted
    [InlineData(100)] // one of 100 is the rate itself
    [InlineData(50)]
    public void NeededPictures_ErrorsAsFrequentAsTheRate_NoNumberWillDo(int pictures) =>
        Assert.Null(new HeldOutRanking(HeldOutSamples.Of(1000, 1)).NeededPictures(pictures, Rate));

    // 9,999 errors of a million are so near the rate that it would take some ten thousand million pictures to tell.
    [Fact]
    public void NeededPictures_ErrorsJustBelowTheRate_NoSampleIsThatLarge() =>
        Assert.Null(new HeldOutRanking(HeldOutSamples.Of(1_000_000, [.. Enumerable.Range(1, 9999)])).NeededPictures(1_000_000, Rate));

    private static HeldOutScores Errors(int pictures, params (double Confidence, int Above)[] errors) => new()
    {
        Pictures = pictures,
        Misread = errors.Length,
        Errors = [.. errors.Select(error => new HeldOutError(error.Confidence, error.Above))],
    };
}
