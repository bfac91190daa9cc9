using Cifra.Evaluation;

namespace Cifra.Tests.Evaluation;

public sealed class ClassReportTests
{
    // 3 zeros read 0 0 9 · 4 fours read 4 9 9 9 · 3 nines read 9 4 0 · nothing shows 7 but one more four is read as 7.
    private static readonly ClassReport Report = new(new ConfusionMatrix(
        [0, 0, 0, 4, 4, 4, 4, 4, 9, 9, 9],
        [0, 0, 9, 4, 9, 9, 9, 7, 9, 4, 0]));

    [Fact]
    public void Classes_HandMade_AreTheRatiosByHand()
    {
        AssertScore(Report.Classes[0], precision: 2 / 3.0, recall: 2 / 3.0, f1: 4 / 6.0, support: 3);
        AssertScore(Report.Classes[4], precision: 1 / 2.0, recall: 1 / 5.0, f1: 2 / 7.0, support: 5);
        AssertScore(Report.Classes[9], precision: 1 / 5.0, recall: 1 / 3.0, f1: 2 / 8.0, support: 3);
    }

    [Fact]
    public void Classes_NeverShownButRead_HasNoRecall() =>
        Assert.Equal(new ClassScore(7, Precision: 0, Recall: null, F1: 0, Support: 0), Report.Classes[7]);

    [Fact]
    public void Classes_NeitherShownNorRead_HasNoScore() =>
        Assert.Equal(new ClassScore(5, Precision: null, Recall: null, F1: null, Support: 0), Report.Classes[5]);

    [Fact]
    public void Macro_HandMade_CountsTheDigitsShownAlike()
    {
        Assert.Equal((2 / 3.0 + 1 / 2.0 + 1 / 5.0) / 3, Report.Macro.Precision, 1e-12);
        Assert.Equal((2 / 3.0 + 1 / 5.0 + 1 / 3.0) / 3, Report.Macro.Recall, 1e-12);
        Assert.Equal((4 / 6.0 + 2 / 7.0 + 2 / 8.0) / 3, Report.Macro.F1, 1e-12);
    }

    [Fact]
    public void Weighted_HandMade_CountsByPictures()
    {
        Assert.Equal((3 * 2 / 3.0 + 5 * 1 / 2.0 + 3 * 1 / 5.0) / 11, Report.Weighted.Precision, 1e-12);
        Assert.Equal(4 / 11.0, Report.Weighted.Recall, 1e-12); // the accuracy: 4 of 11 are right
        Assert.Equal((3 * 4 / 6.0 + 5 * 2 / 7.0 + 3 * 2 / 8.0) / 11, Report.Weighted.F1, 1e-12);
    }

    [Fact]
    public void Macro_ShownButNeverRead_CountsAsPrecisionZero()
    {
        var report = new ClassReport(new ConfusionMatrix([1, 2], [1, 1]));

        Assert.Null(report.Classes[2].Precision);
        Assert.Equal(0.25, report.Macro.Precision, 1e-12); // 1/2 for the ones, 0 for the twos
    }

    [Fact]
    public void Constructor_NoPictures_Refused() =>
        Assert.Throws<ArgumentException>(() => new ClassReport(new ConfusionMatrix([], [])));

    private static void AssertScore(ClassScore score, double precision, double recall, double f1, int support)
    {
        Assert.Equal(precision, score.Precision!.Value, 1e-12);
        Assert.Equal(recall, score.Recall!.Value, 1e-12);
        Assert.Equal(f1, score.F1!.Value, 1e-12);
        Assert.Equal(support, score.Support);
    }
}
