using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network;
using Cifra.Network.Lines;
using Cifra.Reading.Lines;
using Cifra.Tests.Network.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class LineConfidenceTests
{
    private static readonly ModelCard Even = new() { Confidence = LineEvidence.Names.ToDictionary(name => name, _ => 0.0) };

    private static readonly TextLine Line = new(0, 22, 0, 40, 0);

    [Fact]
    public void Of_CardWithoutWeights_IsNone() => Assert.Null(LineConfidence.Of(new ModelCard()));

    [Fact]
    public void Of_CardThatWeighsOtherEvidence_IsRefused()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => LineConfidence.Of(new ModelCard { Confidence = new Dictionary<string, double> { ["moon"] = 1 } }));

        Assert.Contains("moon", error.Message, StringComparison.Ordinal);
        Assert.Contains("odds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Probability_NoWeightOnAnything_IsOneHalf() =>
        Assert.Equal(0.5, LineConfidence.Of(Even)!.Probability(LineEvidence.Of(Reading(0.9, 0.1), Line)), 1e-12);

    [Fact]
    public void Of_Odds_AreThoseOfTheFirstAnswer()
    {
        double[] evidence = LineEvidence.Of(Reading(0.9, 0.1), Line);

        Assert.Equal(LineEvidence.Names.Count, evidence.Length);
        Assert.Equal(Math.Log(9), evidence[1], 1e-9);
    }

    [Fact]
    public void Of_AnAnswerThatTheNetworkHardlyTakes_SaysSoOnlyToALimit()
    {
        LineReading doubtful = Reading(0.9, 0.1) with { Answers = [new LineAnswer("12", 1, -40, -1)] };

        Assert.Equal(-1, LineEvidence.Of(Reading(0.9, 0.1), Line)[2]);
        Assert.Equal(-12, LineEvidence.Of(doubtful, Line)[2]);
    }

    private static LineReading Reading(double first, double second)
    {
        var line = new GrayImage(40, LineNormalizer.Height);
        LineScores scores = LineScoresMaker.Sure("12", "1 2");
        return new LineReading(
            line,
            scores,
            [[scores]],
            Lattice.Of(line, (_, _, _) => { }),
            [new LineAnswer("12", first, -1, -1), new LineAnswer("13", second, -3, -4)]);
    }
}
