using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Numerics;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

public sealed class CutsTests
{
    [Fact]
    public void Of_BarAndBlock_CutsInTheMiddleOfEachGapAndNotThroughThem()
    {
        Cuts cuts = Cuts.Of(BarLines.Draw("10"));

        // Gaps: columns 1 to 17, 22 to 51, 68 to 79; the first and last column of the picture are edges.
        Assert.Equal(5, cuts.Count);
        Assert.Equal((0, 80), (cuts.Middle(0), cuts.Middle(4)));
        Assert.InRange(cuts.Middle(1), 8, 10);
        Assert.InRange(cuts.Middle(2), 36, 37);
        Assert.InRange(cuts.Middle(3), 73, 75);
        Assert.All(cuts.Ink, ink => Assert.Equal(0, ink));
    }

    // Two bars that a bridge joins: three rows of full ink are 765 levels and may be crossed, four are 1,020 and may not; 816 is the limit.
    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Of_BarsJoinedByABridge_CutsItWhereItIsThin(int rows, bool isCut)
    {
        GrayImage line = BarLines.Draw("11");
        int first = (BarLines.Pitch - BarLines.BarWidth) / 2;
        for (int y = 0; y < rows; y++)
        {
            line.Row(14 + y)[first..(first + BarLines.Pitch)].Fill(255);
        }

        Cuts cuts = Cuts.Of(line);

        double[] crossing = [.. Enumerable.Range(0, cuts.Count).Where(cut => cuts.Middle(cut) is > 22 and < 58).Select(cut => cuts.Ink[cut])];
        double[] expected = isCut ? [rows] : [];
        Assert.Equal(expected, crossing);
    }

    [Fact]
    public void Of_Noise_CutsStandApartAndStepByOneColumnAtMost()
    {
        var random = new SeededRandom(7);
        var line = new GrayImage(200, LineNormalizer.Height);
        foreach (ref byte level in line.Pixels)
        {
            level = (byte)(random.Next(8) == 0 ? random.Next(256) : 0);
        }

        Cuts cuts = Cuts.Of(line);

        Assert.True(cuts.Count > 5);
        for (int cut = 1; cut < cuts.Count - 1; cut++)
        {
            int[] columns = cuts.Columns(cut).ToArray();
            Assert.True(cuts.Middle(cut) - cuts.Middle(cut - 1) >= 3);
            Assert.All(columns.Zip(columns.Skip(1)), step => Assert.InRange(step.Second - step.First, -1, 1));
            Assert.Equal(columns.Select((x, y) => line[x, y] / 255.0).Sum(), cuts.Ink[cut], 1e-9);
        }
    }

    [Fact]
    public void Of_Options_MoveTheLimits()
    {
        GrayImage line = BarLines.Draw("11");
        line.Row(14).Slice(18, BarLines.Pitch).Fill(255);

        Assert.Equal(1, Between(Cuts.Of(line)));
        Assert.Equal(0, Between(Cuts.Of(line, LatticeOptions.Default with { MostCost = 254 })));
    }

    private static int Between(Cuts cuts) => Enumerable.Range(0, cuts.Count).Count(cut => cuts.Middle(cut) is > 22 and < 58);
}
