using Cifra.Evaluation.Refusals;

namespace Cifra.Tests.Evaluation.Refusals;

public sealed class ErrorRejectCurveTests
{
    [Fact]
    public void Points_FourPictures_RefuseTheLeastSureFirst()
    {
        var curve = new ErrorRejectCurve(PredictionSamples.Of("1234", (1, 0.9f), (2, 0.8f), (7, 0.7f), (4, 0.6f)));

        Assert.Equal([1, 2, 3, 4], curve.Points.Select(point => point.Accepted));
        Assert.Equal([0, 0, 1, 1], curve.Points.Select(point => point.Errors));
        Assert.Equal([0.25, 0.5, 0.75, 1], curve.Points.Select(point => point.Coverage));
        Assert.Equal(0.975, curve.Points[0].Upper, 1e-9); // none of one: 1 − 0.025
        Assert.Equal(0.7, curve.Points[2].Confidence, 1e-6);
    }

    [Fact]
    public void Points_EquallySure_AreNotParted()
    {
        var curve = new ErrorRejectCurve(PredictionSamples.Of("123", (1, 0.9f), (7, 0.5f), (3, 0.5f)));

        Assert.Equal([1, 3], curve.Points.Select(point => point.Accepted));
    }

    [Fact]
    public void Points_ManyPictures_AreAtMost95AndEndWithAll()
    {
        string labels = new('1', 2000);
        var curve = new ErrorRejectCurve(PredictionSamples.Of(labels, [.. Enumerable.Range(0, 2000).Select(i => (1, 0.5f + (i / 5000f)))]));

        Assert.Equal(95, curve.Points.Count);
        Assert.Equal(1, curve.Points[^1].Coverage);
        Assert.Equal(0.998, curve.Points[^2].Coverage, 1e-9);
        Assert.Equal(0.02, curve.Points[0].Coverage, 1e-9);
    }
}
