using Cifra.Reporting;

namespace Cifra.Tests.Reporting;

public sealed class HeatScaleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(40, 4)]
    [InlineData(80, 8)]
    [InlineData(99, 8)]
    public void Level_OfEighty_GoesUpEveryTen(double value, int level) => Assert.Equal(level, new HeatScale(80).Level(value));

    [Fact]
    public void Level_NoHeatAtAll_IsZero() => Assert.Equal(0, new HeatScale(0).Level(0));
}
