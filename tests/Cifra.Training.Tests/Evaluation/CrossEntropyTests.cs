using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Network;

namespace Cifra.Tests.Evaluation;

public sealed class CrossEntropyTests
{
    [Theory]
    [InlineData(1f, 0)]
    [InlineData(0.5f, 0.693147180559945)]
    [InlineData(0.125f, 2.07944154167984)]
    public void Of_Probability_IsMinusItsLogarithm(float probability, double expected) =>
        Assert.Equal(expected, CrossEntropy.Of(probability), 1e-12);

    [Theory]
    [InlineData(0f)]
    [InlineData(float.Epsilon)]
    public void Of_NothingGivenToTheTruth_IsTheFloorsLoss(float probability) =>
        Assert.Equal(87.3365, CrossEntropy.Of(probability), 1e-4); // 126·ln 2, since the floor is 2⁻¹²⁶

    [Fact]
    public void Of_Certainty_IsNotMinusZero() => Assert.False(double.IsNegative(CrossEntropy.Of(1)));

    [Fact]
    public void Mean_HandMade_IsTheMeanOfTheLosses()
    {
        Predictions predictions = PredictionSamples.Of("35", (3, 0.5f), (5, 0.25f));

        Assert.Equal(1.5 * Math.Log(2), CrossEntropy.Mean(predictions), 1e-12);
    }

    [Fact]
    public void Mean_NoLabels_SaysSo()
    {
        var set = new DigitSet("unknown", new byte[DigitInput.Size], labels: null);
        var predictions = new Predictions(set, PredictionSamples.Row(4, 0.9f));

        ArgumentException error = Assert.Throws<ArgumentException>(() => CrossEntropy.Mean(predictions));

        Assert.Contains("'unknown' has no labels", error.Message, StringComparison.Ordinal);
    }
}
