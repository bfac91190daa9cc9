using Cifra.Imaging;

namespace Cifra.Tests.Imaging;

public sealed class LineShiftTests
{
    [Theory]
    [InlineData(0, new byte[] { 0, 100, 40, 0 })]
    [InlineData(1, new byte[] { 0, 0, 100, 40 })]
    [InlineData(-2, new byte[] { 40, 0, 0, 0 })]
    [InlineData(0.5, new byte[] { 0, 50, 70, 20 })]
    [InlineData(-1.5, new byte[] { 70, 20, 0, 0 })]
    public void Lower_Rows_MovesEachColumnByThem(double rows, byte[] expected)
    {
        var line = new GrayImage(2, 4, [0, 0, 100, 100, 40, 40, 0, 0]);

        GrayImage lower = LineShift.Lower(line, rows);

        Assert.Equal(expected, Enumerable.Range(0, 4).Select(y => lower[0, y]));
        Assert.Equal(expected, Enumerable.Range(0, 4).Select(y => lower[1, y]));
    }
}
