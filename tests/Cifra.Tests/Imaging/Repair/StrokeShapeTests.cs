using Cifra.Imaging;
using Cifra.Imaging.Repair;

namespace Cifra.Tests.Imaging.Repair;

public sealed class StrokeShapeTests
{
    [Fact]
    public void RemoveThin_LineOfOnePixelAcrossAStroke_LeavesTheStroke()
    {
        GrayImage picture = Pictures.FromText(
            "..##....",
            "..##....",
            "########",
            "..##....",
            "..##....");

        GrayImage result = StrokeShape.RemoveThin(picture, StrokeShape.Two);

        Assert.Equal(picture[2, 0], result[2, 0]);
        Assert.Equal(picture[2, 2], result[2, 2]);
        Assert.Equal(0, result[6, 2]);
        Assert.Equal(0, result[0, 2]);
    }

    [Fact]
    public void RemoveThin_StrokeOfTwo_GoesWithAnElementOfThree()
    {
        GrayImage picture = Pictures.FromText("..##..", "..##..", "..##..", "..##..");

        Assert.Equal(picture.Pixels.ToArray(), StrokeShape.RemoveThin(picture, StrokeShape.Two).Pixels.ToArray());
        Assert.Equal(new byte[24], StrokeShape.RemoveThin(picture, StrokeShape.Plus).Pixels.ToArray());
    }

    [Fact]
    public void Fill_GapOfOnePixel_IsFilledAndAWideOneStays()
    {
        GrayImage picture = Pictures.FromText(
            ".............",
            ".#.##........",
            ".#.##.....##.",
            ".#.##.....##.",
            ".#.##........",
            ".............");

        GrayImage result = StrokeShape.Fill(picture, StrokeShape.Plus);

        Assert.Equal(picture[1, 2], result[2, 2]);
        Assert.Equal(0, result[7, 2]);
        Assert.Equal(picture[10, 2], result[10, 2]);
    }

    [Fact]
    public void LargeParts_DropBesideADigit_IsCleared()
    {
        var picture = new GrayImage(28, 28);
        Drawing.Stroke(picture, 14, 4, 14, 24, 4, 255);
        picture[3, 3] = 255;
        picture[4, 3] = 255;

        GrayImage result = LargeParts.Keep(picture, RepairOptions.Default);

        Assert.Equal(0, result[3, 3]);
        Assert.Equal(255, result[14, 14]);
    }

    [Fact]
    public void LargeParts_TwoStrokesOfLikeSize_BothStay()
    {
        var picture = new GrayImage(28, 28);
        Drawing.Stroke(picture, 8, 4, 8, 24, 4, 255);
        Drawing.Stroke(picture, 20, 8, 20, 18, 4, 255);

        Assert.Equal(picture.Pixels.ToArray(), LargeParts.Keep(picture, RepairOptions.Default).Pixels.ToArray());
    }

    [Fact]
    public void EnclosedGaps_RimOfAStroke_CountsItsInside()
    {
        GrayImage picture = Pictures.FromText(
            ".......",
            ".#####.",
            ".#...#.",
            ".#####.",
            ".......");

        Assert.Equal(3.0 / 12, EnclosedGaps.Share(picture, 96), 12);
    }

    [Fact]
    public void EnclosedGaps_OpenOrWideOrDiagonallyClosedShape_CountsOnlyWhatIsNarrowAndEnclosed()
    {
        GrayImage open = Pictures.FromText(".......", ".#####.", ".#.....", ".#####.", ".......");
        GrayImage wide = Pictures.FromText(
            ".........", ".#######.", ".#.....#.", ".#.....#.", ".#.....#.", ".#.....#.", ".#.....#.", ".#######.", ".........");
        GrayImage diamond = Pictures.FromText(".....", "..#..", ".#.#.", "..#..", ".....");

        Assert.Equal(0, EnclosedGaps.Share(open, 96));
        Assert.Equal(0, EnclosedGaps.Share(wide, 96));
        Assert.Equal(0.25, EnclosedGaps.Share(diamond, 96), 12);
    }
}
