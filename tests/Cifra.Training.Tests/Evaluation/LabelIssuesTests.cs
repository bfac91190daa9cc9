using Cifra.Data;
using Cifra.Evaluation;

namespace Cifra.Tests.Evaluation;

public sealed class LabelIssuesTests
{
    // Two classes, by hand. Threshold of 0: (0.9 + 0.8 + 0.1) / 3 = 0.6; of 1: (0.7 + 0.5) / 2 = 0.6. The third zero has 0.85 for 1, which
    // reaches 1's threshold and not its own: an issue, and the only one expected. The last one (0.5 for 1, 0.45 for 0) reaches neither and does not count.
    [Fact]
    public void LabelIssues_FivePictures_FindsTheOneByThresholds()
    {
        LabelIssues issues = Of([0, 0, 0, 1, 1], (0.9f, 0.05f), (0.8f, 0.1f), (0.1f, 0.85f), (0.1f, 0.7f), (0.45f, 0.5f));

        Assert.Equal(0.6, issues.Thresholds[0]!.Value, 1e-6);
        Assert.Equal(0.6, issues.Thresholds[1]!.Value, 1e-6);
        Assert.Null(issues.Thresholds[2]);
        LabelIssue issue = Assert.Single(issues.Issues);
        Assert.Equal((2, 0, 1), (issue.Index, issue.Given, issue.Suggested));
        Assert.Equal(-0.75, issue.Margin, 1e-6);
        Assert.Equal((2, 1, 0, 1), (issues.Joint(0, 0), issues.Joint(0, 1), issues.Joint(1, 0), issues.Joint(1, 1)));
        Assert.Equal(1, issues.EstimatedErrors, 1e-9); // one of three confident zeros, of three zeros
    }

    [Fact]
    public void Issues_Several_AreRankedByMargin()
    {
        LabelIssues issues = Of([0, 0, 0, 0, 1, 1], (0.9f, 0.1f), (0.2f, 0.8f), (0.05f, 0.95f), (0.9f, 0.1f), (0.1f, 0.9f), (0.4f, 0.6f));

        Assert.Equal([2, 1], issues.Issues.Select(issue => issue.Index));
    }

    // Threshold of 0: 0.9; of 1: 0.9. What reaches a threshold exactly counts; of two classes that are reached, the likelier one.
    [Fact]
    public void Joint_ProbabilityAtTheThreshold_CountsConfidently()
    {
        LabelIssues issues = Of([0, 1], (0.9f, 0.1f), (0.1f, 0.9f));

        Assert.Equal((1, 1), (issues.Joint(0, 0), issues.Joint(1, 1)));
        Assert.Empty(issues.Issues);
        Assert.Equal(0, issues.EstimatedErrors);
    }

    // Thresholds: (0.4 + 0.4) / 2 = 0.4 for 0, 0.3 for 1: the two zeros reach both, and are likelier 1 and 0.
    [Fact]
    public void Joint_TwoThresholdsReached_CountsAsTheLikelier()
    {
        LabelIssues issues = Of([0, 0, 1], (0.4f, 0.5f), (0.4f, 0.35f), (0.6f, 0.3f));

        Assert.Equal((1, 1), (issues.Joint(0, 0), issues.Joint(0, 1)));
        Assert.Equal((1, 0), (issues.Joint(1, 0), issues.Joint(1, 1)));
        Assert.Equal(2, issues.EstimatedErrors, 1e-9); // half of two zeros, and the only one
        Assert.Equal([2, 0], issues.Issues.Select(issue => issue.Index)); // margins -0.3 and -0.1
    }

    // Of ten zeros one is confidently another; the estimate of one error keeps one issue of the two that are misread: the one with the lowest margin.
    [Fact]
    public void Issues_MoreMisreadThanEstimated_KeepsTheLowestMargins()
    {
        (float, float)[] zeros = [.. Enumerable.Repeat((0.95f, 0.02f), 8), (0.1f, 0.9f), (0.45f, 0.5f)];

        LabelIssues issues = Of([.. new byte[10], 1], [.. zeros, (0.1f, 0.8f)]);

        Assert.Equal(2, zeros.Count(p => p.Item2 > p.Item1));
        Assert.Equal(10.0 / 9, issues.EstimatedErrors, 1e-9); // nine of ten count confidently, one of them as a 1
        Assert.Equal([8], issues.Issues.Select(issue => issue.Index));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 10)]
    public void Joint_NoClass_IsRefused(int given, int confident) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([0], (0.9f, 0.1f)).Joint(given, confident));

    private static LabelIssues Of(byte[] labels, params (float Zero, float One)[] probabilities)
    {
        DigitSet set = PredictionSamples.Set(labels);
        return new LabelIssues(
            new Predictions(set, [.. probabilities.SelectMany(p => (float[])[p.Zero, p.One, .. Enumerable.Repeat(Math.Max(0, 1 - p.Zero - p.One) / 8, 8)])]));
    }
}
