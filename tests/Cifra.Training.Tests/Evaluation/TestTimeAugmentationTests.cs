using System.Text.Json;
using Cifra.Evaluation;
using Cifra.Network.Digits;
using Cifra.Reporting;
using Cifra.Reporting.Json;
using Cifra.Reporting.Pages;
using Cifra.Reporting.Text;
using Cifra.Tests.Network;

namespace Cifra.Tests.Evaluation;

public sealed class TestTimeAugmentationTests
{
    // A picture of one dot is a 3 by itself with e¹⁰/(e¹⁰ + 9), and nothing (a tenth for each digit) in each of its eight moved copies.
    [Fact]
    public void Evaluate_Dot_AveragesAndSaysWhatItWasWithout()
    {
        var classifier = new DigitClassifier(PixelNetwork.Create());

        EvaluationReport report = TestTimeAugmentation.Evaluate(
            classifier, new ShiftedViews(classifier), PixelNetwork.Pictures((255, 0, 3), (255, 0, 8)), "dots", cancellation: TestContext.Current.CancellationToken);

        double alone = Math.Exp(10) / (Math.Exp(10) + 9);
        Assert.Equal((0.5 * alone) + (0.5 * 0.1), report.Predictions.Confidence(0), 1e-5);
        Assert.Equal(new TestTimeAugmentation(9, 1), report.Augmentation);
        Assert.Contains("tta       average of 9 views; without it 50.00% (1 of 2)\n", TextReport.Summary(report), StringComparison.Ordinal);
        Assert.Contains("average of 9 views", HtmlReport.Write(report, new ModelInfo()), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(EvaluationJson.Write(report));
        Assert.True(json.RootElement.GetProperty("tta").GetBoolean());
        Assert.Equal(9, json.RootElement.GetProperty("views").GetInt32());
        Assert.Equal(0.5, json.RootElement.GetProperty("withoutTta").GetProperty("accuracy").GetDouble());
    }
}
