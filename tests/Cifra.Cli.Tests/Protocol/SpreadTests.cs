using Cifra.Cli.Protocol;

namespace Cifra.Cli.Tests.Protocol;

public sealed class SpreadTests
{
    [Fact]
    public void Of_FourFigures_IsMeanAndDeviationOfASample()
    {
        var spread = Spread.Of([2, 4, 4, 6]);

        Assert.Equal(4, spread.Mean);
        Assert.Equal(Math.Sqrt(8.0 / 3), spread.Deviation!.Value, 12);
    }

    [Fact]
    public void Of_OneFigure_HasNoDeviation() => Assert.Equal(new Spread(0.5, null), Spread.Of([0.5]));
}
