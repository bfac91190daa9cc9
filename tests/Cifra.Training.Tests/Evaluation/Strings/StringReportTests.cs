using Cifra.Evaluation.Strings;

namespace Cifra.Tests.Evaluation.Strings;

public sealed class StringReportTests
{
    [Fact]
    public void Report_SixPictures_CountsAsByHand()
    {
        StringReport report = StringSamples.Report(
            ("12", "12", 0.99), ("34 5", "345", 0.9), ("717", "111", 0.8), ("99", "9", 0.3), ("1", "", 0), ("20", null, 0));

        Assert.Equal((6, 2, 1), (report.Images, report.Exact, report.WhollyRight));
        Assert.Equal(2 / 6.0, report.ExactRate);
        Assert.Equal(13, report.TrueCharacters); // 2 + 3 + 3 + 2 + 1 + 2
        Assert.Equal([new SubstitutedPair('7', '1', 2)], report.Substitutions);
        Assert.Equal((4, 0), (report.Deletions, report.Insertions)); // 9, 1, and both of the picture that is gone
        Assert.Equal(6 / 13.0, report.CharacterErrorRate);
        Assert.Equal((3, 1, 2, 1), (report.Accepted, report.AcceptedErrors, report.Unsure, report.Failed));
        Assert.Equal(1, report.Count(StringFailure.WrongGrouping));
        Assert.Equal(1, report.Count(StringFailure.NothingRead));
    }

    // Sure to unsure: right, right, wrong, right, wrong. Four of ten pictures can be accepted at one error in four.
    [Theory]
    [InlineData(0, 2, 0, 0.8)]
    [InlineData(0.2, 2, 0, 0.8)]
    [InlineData(0.25, 4, 1, 0.6)]
    [InlineData(0.4, 5, 2, 0.5)]
    [InlineData(1, 5, 2, 0.5)] // where nothing was read there is nothing to accept
    public void ReadRateAt_Rates_AcceptTheMostThatHoldThem(double maxError, int accepted, int errors, double threshold)
    {
        StringReport report = StringSamples.Report(
            ("1", "1", 0.6), ("2", "2", 0.9), ("3", "8", 0.7), ("4", "4", 0.8), ("5", "6", 0.5), ("6", "", 0), ("7", "", 0), ("8", "", 0), ("9", null, 0), ("0", null, 0));

        ReadRate rate = report.ReadRateAt(maxError);

        Assert.Equal((accepted, errors, threshold), (rate.Accepted, rate.Errors, rate.Threshold));
        Assert.Equal(accepted / 10.0, rate.Share);
    }

    [Fact]
    public void ReadRateAt_EquallySure_AreNotParted()
    {
        StringReport report = StringSamples.Report(("1", "1", 0.9), ("2", "2", 0.9), ("3", "8", 0.9));

        Assert.Equal((0, (double?)null), (report.ReadRateAt(0.3).Accepted, report.ReadRateAt(0.3).Threshold));
        Assert.Equal(3, report.ReadRateAt(0.34).Accepted);
    }

    [Fact]
    public void ErrorReject_SomeNotRead_EndsBelowAll()
    {
        StringReport report = StringSamples.Report(("1", "1", 0.9), ("2", "8", 0.8), ("3", "", 0), ("4", null, 0));

        Assert.Equal([0.25, 0.5], report.ErrorReject.Points.Select(point => point.Coverage));
        Assert.Equal([0, 1], report.ErrorReject.Points.Select(point => point.Errors));
        Assert.Empty(StringSamples.Report(("3", "", 0)).ErrorReject.Points);
    }

    [Fact]
    public void CharacterErrorRate_NoCharacters_IsNotDefined() => Assert.Null(StringSamples.Report(("", "", 0)).CharacterErrorRate);
}
