using Cifra.Network;
using Cifra.Tests.Evaluation;
using Cifra.Training;

namespace Cifra.Tests.Training;

public sealed class HeldOutTests
{
    [Fact]
    public void Of_ThreeErrors_ListsThemFromTheSurestWithWhatIsAbove()
    {
        float[] probabilities =
        [
            .. PredictionSamples.Row(1, 0.9f), .. PredictionSamples.Row(2, 0.8f), .. PredictionSamples.Row(3, 0.7f),
            .. PredictionSamples.Row(4, 0.7f), .. PredictionSamples.Row(5, 0.5f),
        ];

        HeldOutScores scores = HeldOut.Of(probabilities, notADigit: null, labels: [1, 9, 3, 9, 9]);

        Assert.Equal((5, 0, 3), (scores.Pictures, scores.Refused, scores.Misread));
        Assert.Equal([new HeldOutError(0.8f, 1), new HeldOutError(0.7f, 2), new HeldOutError(0.5f, 4)], scores.Errors);
        Assert.Null(scores.NotADigitThreshold);
        Assert.Null(scores.Fault());
    }

    [Fact]
    public void Of_FourHundredDigits_RefusesThreeAtMost()
    {
        float[] probabilities = [.. Enumerable.Range(0, 400).SelectMany(_ => PredictionSamples.Row(1, 0.75f))];
        float[] notADigit = [.. Enumerable.Range(0, 400).Select(i => i / 400f)];
        byte[] labels = new byte[400];
        Array.Fill(labels, (byte)1);
        labels[399] = 2; // refused: neither right nor wrong
        labels[200] = 2; // 0.75 times a half

        HeldOutScores scores = HeldOut.Of(probabilities, notADigit, labels);

        Assert.Equal((double)(396 / 400f), scores.NotADigitThreshold);
        Assert.Equal((400, 3, 1), (scores.Pictures, scores.Refused, scores.Misread));
        Assert.Equal([new HeldOutError(0.375, 200)], scores.Errors);
        Assert.Null(scores.Fault());
    }
}
