using Cifra.Imaging;
using Cifra.Imaging.Rules;
using Cifra.Reading.Cheques;

namespace Cifra.Tests.Reading.Cheques;

public sealed class DateBoxesTests
{
    private static readonly PixelBox Cheque = new(0, 0, 1000, 400);

    [Fact]
    public void Find_EightBoxes_AreCutAtEighths()
    {
        IReadOnlyList<PixelBox>? boxes = DateBoxes.Find([Level(50), Level(80), Upright(500), Upright(580)], Cheque);

        Assert.Equal(Enumerable.Range(0, 8).Select(k => new PixelBox(500 + (20 * k), 50, 20, 30)), boxes);
    }

    [Theory]
    [InlineData(new double[0], false)]
    [InlineData(new[] { 500.0 }, false)]
    [InlineData(new[] { 500.0, 660 }, true)]   // both ends
    [InlineData(new[] { 520.0, 640 }, true)]
    [InlineData(new[] { 500.0, 510 }, false)]  // the second stands in a box
    [InlineData(new[] { 480.0, 680 }, false)]  // beside the boxes
    [InlineData(new[] { 500.0, 522.7 }, true)] // 0.14 of 20 are 2.8
    [InlineData(new[] { 500.0, 522.9 }, false)]
    [InlineData(new[] { 500.0, 517.3 }, true)]
    [InlineData(new[] { 500.0, 517.1 }, false)]
    public void Find_Sides_AreTwoOrMoreAtTheirPositions(double[] uprights, bool expected) =>
        Assert.Equal(expected, DateBoxes.Find([Level(50), Level(80), .. uprights.Select(x => Upright(x))], Cheque) is not null);

    // 0.35 of 30 rows are 10.5.
    [Theory]
    [InlineData(50, 80, true)]
    [InlineData(60.4, 80, true)]
    [InlineData(60.6, 80, false)]
    [InlineData(39.6, 80, true)]
    [InlineData(39.4, 80, false)]
    [InlineData(50, 69.6, true)]
    [InlineData(50, 69.4, false)]
    [InlineData(50, 90.4, true)]
    [InlineData(50, 90.6, false)]
    public void Find_Side_ReachesFromRuleToRule(double top, double bottom, bool expected) =>
        Assert.Equal(expected, DateBoxes.Find([Level(50), Level(80), Upright(500), Upright(520, top, bottom)], Cheque) is not null);

    // A box is 20 wide: 0.5 to 1.9 of its height.
    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    [InlineData(11, true)]
    [InlineData(10, false)]
    public void Find_Height_IsWithinTheBounds(int height, bool expected)
    {
        Rule[] rules = [Level(50), Level(50 + height), Upright(500, 50, 50 + height), Upright(520, 50, 50 + height)];

        Assert.Equal(expected, DateBoxes.Find(rules, Cheque) is not null);
    }

    // The boxes end in the upper half of the cheque, and begin right of two fifths of it.
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 119, true)]   // the foot at 199
    [InlineData(0, 120, false)]
    [InlineData(-99, 0, true)]   // begins at 401
    [InlineData(-100, 0, false)]
    public void Find_Position_IsInTheUpperRightPart(int right, int down, bool expected)
    {
        PixelBox moved = Cheque with { X = Cheque.X - right, Y = Cheque.Y - down };

        Assert.Equal(expected, DateBoxes.Find([Level(50), Level(80), Upright(500), Upright(520)], moved) is not null);
    }

    // A quarter of 160 columns is 40.
    [Theory]
    [InlineData(620, 660, true)]
    [InlineData(621, 660, false)]
    [InlineData(500, 540, true)]
    [InlineData(480, 540, true)]
    [InlineData(480, 539, false)]
    public void Find_OtherRule_RunsBesideAQuarterOfTheLonger(double from, double to, bool expected)
    {
        var other = new Rule(new(from, 80), new(to, 80), 1, IsUpright: false);

        Assert.Equal(expected, DateBoxes.Find([Level(50), other, Upright(500), Upright(660)], Cheque) is not null);
    }

    [Fact]
    public void Find_TwoRows_TakesThatWithMoreSides()
    {
        Rule[] rules =
        [
            Level(50), Level(80), Level(120), Level(150), Upright(500), Upright(520), Upright(500, 120, 150), Upright(540, 120, 150), Upright(660, 120, 150),
        ];

        Assert.Equal(120, DateBoxes.Find(rules, Cheque)![0].Y);
        Assert.Equal(120, DateBoxes.Find([.. rules.Reverse()], Cheque)![0].Y);
    }

    private static Rule Level(double y) => new(new(500, y), new(660, y), 1, IsUpright: false);

    private static Rule Upright(double x, double top = 50, double bottom = 80) => new(new(x, top), new(x, bottom), 1, IsUpright: true);
}
