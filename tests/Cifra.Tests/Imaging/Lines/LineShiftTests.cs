using Cifra.Imaging;
using Cifra.Imaging.Lines;

namespace Cifra.Tests.Imaging.Lines;

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

    [Fact]
    public void Lean_HalfAColumnARow_MovesTheTopToTheRightAndTheFootNot()
    {
        // A stroke straight down: 200 in the one column of four rows. The middle between rows 1 and 2 moves by one column, as both sides have room.
        var line = new GrayImage(1, 4, [200, 200, 200, 200]);

        GrayImage leaning = LineShift.Lean(line, 0.5);

        Assert.Equal([0, 0, 200, 0], leaning.Row(0).ToArray());
        Assert.Equal([0, 100, 100, 0], leaning.Row(1).ToArray());
        Assert.Equal([0, 200, 0, 0], leaning.Row(2).ToArray());
        Assert.Equal([100, 100, 0, 0], leaning.Row(3).ToArray());
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(-0.2)]
    public void Lean_EitherWay_LosesNoInk(double slant)
    {
        var line = new GrayImage(3, 32);
        line.Pixels.Fill(100);

        GrayImage leaning = LineShift.Lean(line, slant);

        Assert.InRange(leaning.Pixels.ToArray().Sum(level => level), 9600 - 96, 9600 + 96);
    }
}
