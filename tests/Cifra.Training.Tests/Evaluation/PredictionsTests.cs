using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Network;
using Cifra.Network.Digits;

namespace Cifra.Tests.Evaluation;

public sealed class PredictionsTests
{
    [Fact]
    public void Read_TwoEquallyLikely_TakesTheSmallerDigit()
    {
        float[] row = [0, 0, 0, 0.5f, 0, 0, 0, 0.5f, 0, 0];

        var predictions = new Predictions(PredictionSamples.Set([7]), row);

        Assert.Equal(3, predictions.Read[0]);
        Assert.Equal(0.5f, predictions.Confidence(0));
    }

    [Fact]
    public void Ranked_Three_LikeliestFirstAndSmallerDigitFirstWhereEqual()
    {
        float[] row = [0.1f, 0, 0, 0, 0.2f, 0, 0, 0, 0.1f, 0.6f];

        var predictions = new Predictions(PredictionSamples.Set([7]), row);

        Assert.Equal([new RankedDigit(9, 0.6f), new RankedDigit(4, 0.2f), new RankedDigit(0, 0.1f)], predictions.Ranked(0, 3));
    }

    [Fact]
    public void Constructor_WrongLength_NamesBothNumbers()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Predictions(PredictionSamples.Set([7, 1]), new float[10]));

        Assert.Contains("2 pictures need 20 probabilities; got 10", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(0.5f)] // a value in range, but the row then sums to 0.5
    public void Constructor_NotADistribution_NamesThePicture(float value)
    {
        float[] rows = [.. PredictionSamples.Row(1, 1), value, .. new float[9]];

        ArgumentException error = Assert.Throws<ArgumentException>(() => new Predictions(PredictionSamples.Set([7, 1]), rows));

        Assert.Contains("icture 1 ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_NoLabels_ReadsAllTheSame()
    {
        var set = new DigitSet("unknown", new byte[DigitInput.Size], labels: null);

        Assert.Equal([4], new Predictions(set, PredictionSamples.Row(4, 0.9f)).Read.ToArray());
    }
}
