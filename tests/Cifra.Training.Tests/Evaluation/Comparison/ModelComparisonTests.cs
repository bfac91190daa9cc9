using Cifra.Data;
using Cifra.Evaluation;
using Cifra.Evaluation.Comparison;

namespace Cifra.Tests.Evaluation.Comparison;

public sealed class ModelComparisonTests
{
    [Fact]
    public void ModelComparison_FivePictures_SortsThemByWhoIsRight()
    {
        DigitSet set = PredictionSamples.Set([1, 2, 3, 4, 5]);
        ModelComparison comparison = Compare(set, [1, 2, 3, 0, 0], [1, 7, 3, 4, 9]);

        Assert.Equal(2, comparison.BothRight);
        Assert.Equal([new Flip(1, 2, 2, 7)], comparison.OnlyFirst);
        Assert.Equal([new Flip(3, 4, 0, 4)], comparison.OnlySecond);
        Assert.Equal(1, comparison.BothWrong);
        Assert.Equal((3, 3), (comparison.FirstCorrect, comparison.SecondCorrect));
        Assert.Equal(0, comparison.Difference);
        Assert.Equal(1, comparison.PValue);
    }

    // Agresti's approval ratings as pictures: 794 both right, 86 only the second, 150 only the first, 570 neither. He gives a difference of
    // -0.04 with -0.06 to -0.02 (Categorical Data Analysis, 2nd ed., 10.1); with half a picture added to each count it is -0.0587 to -0.0212.
    [Fact]
    public void Interval95_PublishedTable_AgreesWithIt()
    {
        byte[] labels = new byte[1600];
        DigitSet set = PredictionSamples.Set(labels);
        int[] first = [.. labels.Select((_, i) => i is < 794 or (>= 880 and < 1030) ? 0 : 1)];
        int[] second = [.. labels.Select((_, i) => i < 880 ? 0 : 1)];

        ModelComparison comparison = Compare(set, first, second);

        Assert.Equal((794, 150, 86, 570), (comparison.BothRight, comparison.OnlyFirst.Count, comparison.OnlySecond.Count, comparison.BothWrong));
        Assert.Equal(-0.04, comparison.Difference, 1e-12);
        Assert.Equal(-0.058682936, comparison.Interval95.Lower, 1e-8);
        Assert.Equal(-0.021217189, comparison.Interval95.Upper, 1e-8);
        Assert.Equal(3.715936139571442e-05, comparison.PValue, 1e-12);
    }

    [Fact]
    public void ModelComparison_OtherSet_IsRefused() => Assert.Throws<ArgumentException>(
        () => new ModelComparison(PredictionSamples.Of("1", (1, 0.9f)), PredictionSamples.Of("1", (1, 0.9f))));

    private static ModelComparison Compare(DigitSet set, int[] first, int[] second) => new(
        new Predictions(set, [.. first.SelectMany(read => PredictionSamples.Row(read, 0.9f))]),
        new Predictions(set, [.. second.SelectMany(read => PredictionSamples.Row(read, 0.8f))]));
}
