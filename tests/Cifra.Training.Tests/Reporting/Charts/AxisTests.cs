using Cifra.Reporting.Charts;

namespace Cifra.Tests.Reporting.Charts;

public sealed class AxisTests
{
    [Fact]
    public void Reaching_OddEnds_ReachesOutToRoundOnes()
    {
        var axis = Axis.Reaching(0.867, 0.9947); // a fifth of the length is 0.026: steps of 0.05

        AssertTicks([0.85, 0.9, 0.95, 1], axis);
        Assert.Equal(2, axis.Decimals);
        Assert.Equal(0, axis.Fraction(axis.Low));
        Assert.Equal(1, axis.Fraction(axis.High));
    }

    [Fact]
    public void Reaching_OneValue_StillHasALength() => Assert.True(Axis.Reaching(3, 3).High > Axis.Reaching(3, 3).Low);

    [Fact]
    public void Whole_TwentyEpochs_MarksEveryFive()
    {
        var axis = Axis.Whole(1, 20);

        AssertTicks([5, 10, 15, 20], axis);
        Assert.Equal(0, axis.Fraction(1));
    }

    [Fact]
    public void Whole_OneEpoch_StandsInTheMiddle()
    {
        var axis = Axis.Whole(1, 1);

        AssertTicks([1], axis);
        Assert.Equal(0.5, axis.Fraction(1));
    }

    [Fact]
    public void Whole_EveryNumberThereIs_MarksAFew() => Assert.InRange(Axis.Whole(int.MinValue, int.MaxValue).Ticks.Count, 2, 10);

    [Fact]
    public void Powers_LessThanThreeDecades_MarksOneTwoFive()
    {
        var axis = Axis.Powers(0.0175, 0.43);

        AssertTicks([0.01, 0.02, 0.05, 0.1, 0.2, 0.5], axis);
        Assert.Equal(Math.Log(5) / Math.Log(50), axis.Fraction(0.05), 1e-12);
    }

    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(1e-300, 1)]
    [InlineData(1, 1)]
    [InlineData(3e-7, 1e12)]
    public void Powers_AnyRange_HoldsItWithFewMarks(double low, double high)
    {
        var axis = Axis.Powers(low, high);

        Assert.True(axis.Low <= low * 1.001 && axis.High >= high);
        Assert.InRange(axis.Ticks.Count, 2, 13);
    }

    private static void AssertTicks(double[] expected, Axis axis)
    {
        Assert.Equal(expected.Length, axis.Ticks.Count);
        Assert.All(expected.Zip(axis.Ticks), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
