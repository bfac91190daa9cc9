using Cifra.Evaluation;

namespace Cifra.Tests.Evaluation;

public sealed class CalibrationTests
{
    // Bin 14 is (14/15, 1] = (0.933, 1]: confidences 0.95, 0.95, 1 with 2 of 3 right. Bin 8 is (0.533, 0.6]: 0.5625, right.
    private static readonly Calibration HandMade =
        new(PredictionSamples.Of("1234", (1, 0.95f), (7, 0.95f), (3, 1f), (4, 0.5625f)));

    [Fact]
    public void ExpectedError_HandMade_IsTheGapByHand()
    {
        double top = Math.Abs((2 / 3.0) - ((0.95 + 0.95 + 1) / 3));
        double middle = 1 - 0.5625;

        Assert.Equal(((3 * top) + middle) / 4, HandMade.ExpectedError, 1e-7);
    }

    [Fact]
    public void Bins_HandMade_HoldCountConfidenceAndAccuracy()
    {
        Assert.Equal(15, HandMade.Bins.Count);
        Assert.Equal(4, HandMade.Bins.Sum(bin => bin.Count));

        ReliabilityBin top = HandMade.Bins[14];
        Assert.Equal(14 / 15.0, top.Lower, 1e-12);
        Assert.Equal(1.0, top.Upper);
        Assert.Equal(3, top.Count);
        Assert.Equal(2.9 / 3, top.Confidence, 1e-7);
        Assert.Equal(2 / 3.0, top.Accuracy, 1e-12);
        Assert.Equal(new ReliabilityBin(8 / 15.0, 9 / 15.0, 1, 0.5625, 1), HandMade.Bins[8]);
        Assert.Equal(new ReliabilityBin(0, 1 / 15.0, 0, 0, 0), HandMade.Bins[0]);
    }

    [Fact]
    public void ExpectedError_SureAndRight_IsZero() =>
        Assert.Equal(0, new Calibration(PredictionSamples.Of("12", (1, 1f), (2, 1f))).ExpectedError);

    [Fact]
    public void ExpectedError_SureAndWrong_IsOne() =>
        Assert.Equal(1, new Calibration(PredictionSamples.Of("12", (2, 1f), (1, 1f))).ExpectedError);
}
