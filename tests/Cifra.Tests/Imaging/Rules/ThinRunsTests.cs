using Cifra.Imaging;
using Cifra.Imaging.Rules;

namespace Cifra.Tests.Imaging.Rules;

public sealed class ThinRunsTests
{
    private static readonly GrayImage Columns = Transpose.Of(Pictures.FromText(
        "#..#",
        "...#",
        "#..#",
        "#..#",
        "....",
        "#..."));

    [Fact]
    public void Of_Column_HoldsRunsUpToTheThickestFromTopToBottom()
    {
        var runs = new ThinRuns(Columns, thickest: 3);

        Assert.Equal(4, runs.Columns);
        Assert.Equal([new ThinRun(0, 1), new ThinRun(2, 4), new ThinRun(5, 6)], runs.Of(0).ToArray());
        Assert.Empty(runs.Of(1).ToArray());
        Assert.Empty(runs.Of(3).ToArray()); // four pixels: a stroke that goes down
        Assert.Equal([new ThinRun(0, 4)], new ThinRuns(Columns, thickest: 4).Of(3).ToArray());
    }

    [Theory]
    [InlineData(0.5, 1, 0)]
    [InlineData(2.9, 0.5, 1)]
    [InlineData(4.4, 1.4, 2)]  // 1.4 from the middle at 3, 1.1 from the one at 5.5
    [InlineData(1.7, 1, -1)]
    public void Nearest_Row_IsTheNearestMiddleWithinTheTolerance(double row, double tolerance, int expected)
    {
        var runs = new ThinRuns(Columns, 3);

        Assert.Equal(expected, runs.Nearest(0, row, tolerance));
    }

    [Fact]
    public void Nearest_ClaimedRun_IsPassedOver()
    {
        var runs = new ThinRuns(Columns, 3);

        runs.Claim(1);

        Assert.Equal(0, runs.Nearest(0, 2, 9));
    }

    [Fact]
    public void Of_InkBelowTheLeastLevel_IsNoRun()
    {
        GrayImage faint = Pictures.Flat(1, 3, 47);
        faint[0, 1] = 48;

        Assert.Equal([new ThinRun(1, 2)], new ThinRuns(Transpose.Of(faint), 3).Of(0).ToArray());
    }
}
