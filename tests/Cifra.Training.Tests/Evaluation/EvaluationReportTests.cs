using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Numerics;

namespace Cifra.Tests.Evaluation;

public sealed class EvaluationReportTests
{
    [Fact]
    public void Of_HandMade_GathersEveryMeasure()
    {
        Predictions predictions = PredictionSamples.Of("1122", (1, 0.5f), (7, 0.5f), (2, 0.5f), (2, 0.5f));

        var report = EvaluationReport.Of(predictions, "sha256:ab", "mine", seconds: 2.5);

        Assert.Equal((4, 3, 0.75), (report.Images, report.Correct, report.Accuracy));
        Assert.Equal(WilsonInterval.At95(3, 4), report.Interval95);
        Assert.Equal(1, report.Confusion[1, 7]);
        Assert.Equal(0.75, report.Classes.Weighted.Recall);
        Assert.Equal(0.25, report.Calibration.ExpectedError, 1e-6); // half sure, three in four right
        Assert.Equal(((3 * Math.Log(2)) + Math.Log(18)) / 4, report.Loss, 1e-6); // the wrong one gave 0.5/9 to the truth
        Assert.Equal([1], report.Errors.Select(error => error.Index));
        Assert.Equal([0, 2, 3], report.HardestCorrect.Select(image => image.Index));
        Assert.Equal(("sha256:ab", "mine", 2.5), (report.Model, report.Data, report.Seconds));
    }

    [Fact]
    public void Of_NoPictures_SaysSo()
    {
        var predictions = new Predictions(new DigitSet("empty", [], []), []);

        ArgumentException error = Assert.Throws<ArgumentException>(() => EvaluationReport.Of(predictions, "m", "d", 0));

        Assert.Contains("'empty' holds no pictures", error.Message, StringComparison.Ordinal);
    }
}
