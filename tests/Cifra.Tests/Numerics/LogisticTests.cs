using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

public sealed class LogisticTests
{
    private const double Slight = 1e-9;

    [Fact]
    public void Fit_ConstantAlone_IsTheOddsOfTheShare()
    {
        double[] weights = Logistic.Fit([[1.0], [1.0], [1.0], [1.0]], [true, true, true, false], Slight);

        Assert.Equal(Math.Log(3), weights[0], 1e-6); // three of four: odds of 3 to 1
    }

    [Fact]
    public void Fit_TwoGroups_GivesEachItsOwnShare()
    {
        // Of five with x = 0 one happened, of five with x = 1 four: odds of 1/4 and 4.
        double[][] rows = [.. Enumerable.Range(0, 10).Select(i => new[] { 1.0, i < 5 ? 0 : 1 })];
        bool[] happened = [true, false, false, false, false, true, true, true, true, false];

        double[] weights = Logistic.Fit(rows, happened, Slight);

        Assert.Equal(Math.Log(0.25), weights[0], 1e-6);
        Assert.Equal(Math.Log(16), weights[1], 1e-6);
        Assert.Equal(0.8, Logistic.Probability(weights, [1, 1]), 1e-6);
    }

    [Fact]
    public void Fit_PartedCleanly_EndsByThePenalty()
    {
        double[] weights = Logistic.Fit([[1, -1], [1, -2], [1, 1], [1, 2]], [false, false, true, true], penalty: 1);

        Assert.InRange(weights[1], 0.1, 5);
        Assert.Equal(0, weights[0], 1e-9); // the cases lie evenly about 0
    }

    [Fact]
    public void Fit_TwoColumnsAlike_ShareTheWeight()
    {
        // Without the penalty there would be no single answer.
        double[] weights = Logistic.Fit([[1, 1], [1, 1], [1, 1]], [true, true, false], penalty: 0.5);

        Assert.Equal(weights[0], weights[1], 1e-9);
    }
}
