using Cifra.Network.Lines;
using Cifra.Reading.Lines;
using Cifra.Tests.Network.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class LineReadingTests
{
    private static readonly LineScores One = LineScoresMaker.Random("12", 6, seed: 1);
    private static readonly LineScores Two = LineScoresMaker.Random("12", 6, seed: 2);
    private static readonly LineScores Three = LineScoresMaker.Random("12", 6, seed: 3);

    [Fact]
    public void ByNetwork_LooksOfANetwork_AreAveragedAsProbabilities()
    {
        double expected = Math.Log((Probability(One) + Probability(Two)) / 2);

        Assert.Equal(expected, LineReading.ByNetwork([[One, Two]], "12")!.Value, 1e-9);
    }

    [Fact]
    public void ByNetwork_Networks_AreAveragedAsLogarithms()
    {
        double first = Math.Log((Probability(One) + Probability(Two)) / 2);

        Assert.Equal((first + Math.Log(Probability(Three))) / 2, LineReading.ByNetwork([[One, Two], [Three]], "12")!.Value, 1e-9);
    }

    [Fact]
    public void ByNetwork_TextThatDoesNotFitOneNetworksSteps_IsImpossible() =>
        Assert.Null(LineReading.ByNetwork([[One], [LineScoresMaker.Random("12", 1, seed: 4)]], "12"));

    private static double Probability(LineScores scores) => Math.Exp(Ctc.LogProbability(scores, "12"));
}
