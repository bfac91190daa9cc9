using Cifra.Evaluation;

namespace Cifra.Tests.Evaluation;

public sealed class TopLossesTests
{
    private static readonly Predictions HandMade = PredictionSamples.Of(
        "11223", (1, 0.9f), (7, 0.55f), (2, 0.5f), (3, 1f), (5, 0.55f));

    [Fact]
    public void Errors_HandMade_EveryOneWorstFirstThenInOrder()
    {
        IReadOnlyList<RankedImage> errors = TopLosses.Errors(HandMade);

        Assert.Equal([3, 1, 4], errors.Select(error => error.Index)); // nothing at all for the truth, then 0.05 twice
        Assert.Equal((2, 3), (errors[0].True, errors[0].Read));
        Assert.Equal(-Math.Log(0.05), errors[1].Loss, 1e-6);
    }

    [Fact]
    public void HardestCorrect_HandMade_LeastSureFirst()
    {
        Assert.Equal([2, 0], TopLosses.HardestCorrect(HandMade, 5).Select(image => image.Index));
        Assert.Equal([2], TopLosses.HardestCorrect(HandMade, 1).Select(image => image.Index));
    }

    [Fact]
    public void Errors_AllRight_IsEmpty() => Assert.Empty(TopLosses.Errors(PredictionSamples.Of("1", (1, 0.5f))));
}
