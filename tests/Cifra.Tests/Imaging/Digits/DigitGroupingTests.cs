using Cifra.Imaging;
using Cifra.Imaging.Digits;

namespace Cifra.Tests.Imaging.Digits;

public sealed class DigitGroupingTests
{
    [Fact]
    public void Group_LooseBarOfAFive_JoinsItsBody() =>
        Assert.Equal(
            [new PixelBox(2, 1, 8, 13)],
            Boxes(
                "............",
                "...#######..",
                "...#######..",
                "............",
                "..##........",
                "..######....",
                "..#######...",
                "......###...",
                "......###...",
                "......###...",
                "......###...",
                "..#######...",
                "..#######...",
                "..######....",
                "............"));

    [Fact]
    public void Group_TwoStrokesOfAFour_AreOne() =>
        Assert.Equal(
            [new PixelBox(1, 1, 9, 10)],
            Boxes(
                "...........",
                ".##....##..",
                ".##....##..",
                ".##....##..",
                ".##....##..",
                ".######....",
                ".######.##.",
                "........##.",
                "........##.",
                "........##.",
                "........##.",
                "..........."));

    [Fact]
    public void Group_NeighboursAndDigitsBelow_StayApart() =>
        Assert.Equal(
            3,
            Boxes(
                "...........",
                ".###..###..",
                ".###..###..",
                ".###..###..",
                ".###..###..",
                ".###..###..",
                ".###..###..",
                ".###..###..",
                "...........",
                ".###.......",
                ".###.......",
                ".###.......",
                ".###.......",
                ".###.......",
                ".###.......",
                ".###.......").Length);

    private static PixelBox[] Boxes(params string[] rows) =>
        [.. DigitGrouping.Group(DigitParts.Choose(ConnectedComponents.Find(Pictures.FromText(rows)))).Select(digit => digit.Box)];
}
