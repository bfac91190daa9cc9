using Cifra.Imaging;
using Cifra.Imaging.Rules;
using Cifra.Reading.Cheques;

namespace Cifra.Tests.Reading.Cheques;

public sealed class ShapeGroupsTests
{
    // Boxes of 10x20: gaps of 1.4 heights are 28 columns; two fifths of the height are 8 rows.
    [Theory]
    [InlineData(38, 0, true)]
    [InlineData(39, 0, false)]
    [InlineData(20, 12, true)]
    [InlineData(20, -12, true)]
    [InlineData(20, 13, false)]
    [InlineData(20, -13, false)]
    public void Find_TwoBoxes_AreOneGroupWithinTheBounds(int x, int y, bool one) =>
        Assert.Equal(one ? 1 : 2, ShapeGroups.Find([new(0, 50, 10, 20), new(x, 50 + y, 10, 20)], []).Count);

    [Fact]
    public void Find_LowBox_NeedsTwoFifthsOfItsOwnHeight()
    {
        // Of 10 rows 4: a hyphen beside a digit.
        Assert.Single(ShapeGroups.Find([new(0, 50, 10, 20), new(15, 66, 10, 10)], []));
        Assert.Equal(2, ShapeGroups.Find([new(0, 50, 10, 20), new(15, 67, 10, 10)], []).Count);
    }

    // The upper median of 20 and 40 is 40: 56 columns of gap.
    [Theory]
    [InlineData(56, 1)]
    [InlineData(57, 2)]
    public void Find_Gap_IsMeasuredInMedianHeights(int gap, int groups) =>
        Assert.Equal(groups, ShapeGroups.Find([new(0, 50, 10, 20), new(12, 40, 10, 40), new(22 + gap, 50, 10, 20)], []).Count);

    // The centres of the boxes are at 5 and 25, and their rows' middle is at 60.
    [Theory]
    [InlineData(15, 40, 80, true, 2)]
    [InlineData(5, 40, 80, true, 1)]
    [InlineData(6, 40, 80, true, 2)]
    [InlineData(24, 40, 80, true, 2)]
    [InlineData(25, 40, 80, true, 1)]
    [InlineData(15, 60, 80, true, 1)]  // begins below the middle
    [InlineData(15, 59, 80, true, 2)]
    [InlineData(15, 40, 60, true, 1)]  // ends above it
    [InlineData(15, 40, 61, true, 2)]
    [InlineData(15, 40, 80, false, 1)] // horizontal
    public void Find_VerticalRuleBetweenTheCentres_PartsThem(double x, double top, double bottom, bool isUpright, int groups)
    {
        var rule = new Rule(new(x, top), new(x, bottom), 1, isUpright);

        Assert.Equal(groups, ShapeGroups.Find([new(0, 50, 10, 20), new(20, 50, 10, 20)], [rule]).Count);
    }

    [Fact]
    public void Find_TwoLines_AreTwoGroupsFromLeftToRight()
    {
        PixelBox[] upper = [new(0, 0, 10, 20), new(15, 0, 10, 20), new(30, 0, 10, 20)];
        PixelBox[] lower = [new(5, 40, 10, 20), new(20, 40, 10, 20)];

        List<List<PixelBox>> groups = ShapeGroups.Find([lower[1], upper[2], upper[0], lower[0], upper[1]], []);

        Assert.Equal(2, groups.Count);
        Assert.Equal(upper, groups[0]);
        Assert.Equal(lower, groups[1]);
    }

    [Fact]
    public void Find_BoxBetweenTwoLines_JoinsTheGroupThatEndsClosestBeforeIt()
    {
        // The third box shares 10 rows with either of the first two.
        PixelBox[] boxes = [new(0, 0, 10, 20), new(4, 20, 10, 20), new(20, 10, 10, 20)];

        List<List<PixelBox>> groups = ShapeGroups.Find(boxes, []);

        Assert.Equal(2, groups.Count);
        Assert.Equal([boxes[0]], groups[0]);
        Assert.Equal([boxes[1], boxes[2]], groups[1]);
    }
}
