using Cifra.Data;
using Cifra.Data.Mnist;
using Cifra.Evaluation;
using Cifra.Reporting;
using Cifra.Reporting.Json;
using Cifra.Reporting.Pages;
using Cifra.Reporting.Text;

namespace Cifra.Tests.Evaluation;

public sealed class CorrectedScoreTests
{
    private static readonly CorrectedLabel EightIsNine = new(1, Given: 8, Suggested: 9, VotesGiven: 0, VotesSuggested: 5, VotesNeither: 0);
    private static readonly CorrectedLabel SixIsNothing = new(2, Given: 6, Suggested: 1, VotesGiven: 0, VotesSuggested: 2, VotesNeither: 3);

    [Theory]
    [InlineData(8, 6, 1)] // right by the given label, wrong by the corrected one; the third picture does not count
    [InlineData(9, 6, 2)]
    [InlineData(9, 1, 2)]
    [InlineData(7, 1, 1)]
    public void Count_HandMade_TakesCorrectedLabelsAndLeavesOut(byte second, byte third, int correct)
    {
        CorrectedScore score = CorrectedScore.Count([4, 8, 6], [4, second, third], [EightIsNine, SixIsNothing]);

        Assert.Equal(new CorrectedScore(Images: 2, correct, Relabelled: 1, LeftOut: 1), score);
        Assert.Equal(correct / 2.0, score.Accuracy);
    }

    [Fact]
    public void Of_OtherPicturesThanMnists_IsNull()
    {
        var report = EvaluationReport.Of(PredictionSamples.Of("1", (1, 0.5f)), "m", "d", 0);

        Assert.Null(report.Corrected);
        Assert.DoesNotContain("corrected", TextReport.Write(report), StringComparison.Ordinal);
        Assert.DoesNotContain("\"corrected\"", System.Text.Encoding.UTF8.GetString(EvaluationJson.Write(report)), StringComparison.Ordinal);
    }

    // Whoever answers with MNIST's own labels is wrong in the ten corrected ones, of the 10,000 - 5 that count.
    [Fact]
    public void Of_AnswersThatAreTheGivenLabels_MissTheTenCorrectedOnes()
    {
        DigitSet test = MnistData.LoadTest(new MnistLocation { DataDir = SharedData.Mnist });
        float[] certain = new float[test.Count * Predictions.Classes];
        for (int i = 0; i < test.Count; i++)
        {
            certain[(i * Predictions.Classes) + test.Labels[i]] = 1;
        }

        var report = EvaluationReport.Of(new Predictions(test, certain), "m", "mnist", 0);

        Assert.Equal(new CorrectedScore(9995, 9985, 10, 5), report.Corrected);
        Assert.Contains(
            "corrected 99.90% (9985 of 9995: 10 labels corrected, 5 pictures of no agreed digit left out", TextReport.Summary(report),
            StringComparison.Ordinal);
        Assert.Contains(
            "\"corrected\":{\"images\":9995,\"correct\":9985,\"accuracy\":", System.Text.Encoding.UTF8.GetString(EvaluationJson.Write(report)), StringComparison.Ordinal);
        Assert.Contains("with 10 labels corrected, 5 left out", HtmlReport.Write(report, new ModelInfo()), StringComparison.Ordinal);
    }
}
