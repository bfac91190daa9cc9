using Cifra.Evaluation;
using Cifra.Reporting.Text;
using Cifra.Tests.Evaluation;

namespace Cifra.Tests.Reporting.Text;

public sealed class TextReportTests
{
    private static readonly EvaluationReport Report = EvaluationReport.Of(
        PredictionSamples.Of("1122", (1, 0.5f), (7, 0.5f), (2, 0.5f), (2, 0.5f)), "sha256:ab", "mine", seconds: 2.5);

    [Fact]
    public void Summary_HandMade_SaysTheFigures()
    {
        string expected =
            "accuracy  75.00% (3 of 4; 95% interval 30.06% to 95.44%)\n"
            + "errors    1\n"
            + "loss      1.2425\n" // (3·ln 2 + ln 18) / 4
            + "ece       0.2500\n";

        Assert.Equal(expected, TextReport.Summary(Report));
    }

    [Fact]
    public void Classes_HandMade_HasARowADigitAndTheMeans()
    {
        TextTable table = TextReport.Classes(Report.Classes);

        Assert.Equal(["digit", "precision", "recall", "f1", "images"], table.Header);
        Assert.Equal(12, table.Rows.Count);
        Assert.Equal(["1", "100.00%", "50.00%", "66.67%", "2"], table.Rows[1]);
        Assert.Equal(["7", "0.00%", "-", "0.00%", "0"], table.Rows[7]);
        Assert.Equal(["macro", "100.00%", "75.00%", "83.33%", "4"], table.Rows[10]);
    }

    [Fact]
    public void Confusion_HandMade_HasDotsForNothingAndRowSums()
    {
        TextTable table = TextReport.Confusion(Report.Confusion);

        Assert.Equal(["1", ".", "1", ".", ".", ".", ".", ".", "1", ".", ".", "2"], table.Rows[1]);
        Assert.Equal(["", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "all"], table.Header);
    }

    [Fact]
    public void Write_HandMade_IsPlainTextWithTheConfusedPair()
    {
        string text = TextReport.Write(Report);

        Assert.EndsWith("\nMost confused\n  1 read as 7: 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void Write_NoErrors_LeavesOutThePairs()
    {
        var report = EvaluationReport.Of(PredictionSamples.Of("1", (1, 0.5f)), "m", "d", 0);

        Assert.DoesNotContain("Most confused", TextReport.Write(report), StringComparison.Ordinal);
    }
}
