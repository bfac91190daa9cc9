using Cifra.Imaging;
using Cifra.Reading.Forms.Fields;

namespace Cifra.Tests.Reading.Forms.Fields;

// Cells are 50 pixels wide and high, the first one from 10 to 60. A stroke is followed 8 pixels into the next cell (16 %), a digit is 13 pixels large at least (26 %),
// a speck has less than 6 % of the largest component's area, notes are at most 21 pixels high (42 %), and the rim is 4 pixels wide (9 %).
public sealed class CellDigitsTests
{
    [Fact]
    public void Find_InkInOneCell_IsThatCellsDigit()
    {
        CellDigit?[] digits = Find(1, 3, (70, 20, 20, 30));

        Assert.Null(digits[0]);
        Assert.Null(digits[2]);
        CellDigit digit = digits[1]!;
        Assert.Equal((1, new PixelBox(70, 20, 20, 30), false), (digit.Cell, digit.Box, digit.IsCrowded));
        Assert.Equal((66, 66), (digit.Ink.Width, digit.Ink.Height)); // the cell, and 8 pixels on each side
        Assert.Equal(20 * 30, digit.Ink.Pixels.ToArray().Count(level => level == 255));
        Assert.Equal(255, digit.Ink[18, 18]); // (70, 20) less (52, 2)
        Assert.Equal(0, digit.Ink[17, 18]);
    }

    [Fact]
    public void Find_Cells_AreNumberedRowByRow() => Assert.Equal([null, null, null, 3, null, null], Find(2, 3, (20, 70, 20, 30)).Select(digit => digit?.Cell));

    [Fact]
    public void Find_NoInk_FindsNothing() => Assert.All(Find(2, 2), Assert.Null);

    [Theory]
    [InlineData(8)]
    [InlineData(7)]
    public void Find_StrokeIntoTheNextCell_BelongsToItsOwn(int beyond)
    {
        CellDigit?[] digits = Find(1, 2, (30, 30, 30 + beyond, 4), (30, 20, 4, 30)); // an L lying on its side whose bar leaves the cell

        Assert.Equal(new PixelBox(30, 20, 30 + beyond, 30), digits[0]!.Box);
        Assert.Null(digits[1]);
    }

    [Fact]
    public void Find_StrokeFurtherIntoTheNextCell_IsCutOff() =>
        Assert.Equal(new PixelBox(30, 20, 38, 30), Find(1, 2, (30, 30, 42, 4), (30, 20, 4, 30))[0]!.Box);

    [Fact]
    public void Find_StrokeUpAndLeft_IsFollowedToo() =>
        Assert.Equal(new PixelBox(52, 52, 28, 28), Find(2, 2, (45, 70, 35, 10), (70, 45, 10, 35))[3]!.Box);

    [Theory]
    [InlineData(13, 4, true)]
    [InlineData(4, 13, true)]
    [InlineData(12, 12, false)]
    public void Find_SmallInk_IsADigitFromAQuarterOfTheCell(int width, int height, bool found) =>
        Assert.Equal(found, Find(1, 1, (30, 30, width, height))[0] is not null);

    [Theory]
    [InlineData(4, 6, true)] // 24 of 400 pixels are 6 %
    [InlineData(23, 1, false)]
    public void Find_Speck_IsLeftOut(int width, int height, bool kept)
    {
        CellDigit digit = Find(1, 1, (30, 16, 20, 20), (30, 45, width, height))[0]!;

        Assert.Equal(kept ? 45 + height : 36, digit.Box.Bottom);
        Assert.Equal(400 + (kept ? width * height : 0), digit.Ink.Pixels.ToArray().Count(level => level > 0));
    }

    [Theory]
    [InlineData(21, true)]
    [InlineData(22, false)]
    public void Find_SeveralSmallPieces_AreNotes(int height, bool crowded) =>
        Assert.Equal(crowded, Find(1, 1, (20, 16, 10, height), (40, 16, 10, 15))[0]!.IsCrowded);

    [Fact]
    public void Find_OneSmallPiece_IsNoNote() => Assert.False(Find(1, 1, (20, 16, 10, 20))[0]!.IsCrowded);

    [Theory]
    [InlineData(4, false)] // within the rim: what is left of a printed line
    [InlineData(5, true)]
    public void Find_InkAtTheRim_CountsOnlyIfItReachesFurtherIn(int width, bool found)
    {
        Assert.Equal(found, Find(1, 1, (10, 10, width, 50))[0] is not null);
        Assert.Equal(found, Find(1, 1, (60 - width, 10, width, 50))[0] is not null);
        Assert.Equal(found, Find(1, 1, (10, 10, 50, width))[0] is not null);
        Assert.Equal(found, Find(1, 1, (10, 60 - width, 50, width))[0] is not null);
    }

    private static CellDigit?[] Find(int rows, int columns, params (int Left, int Top, int Width, int Height)[] strokes)
    {
        GrayImage ink = FieldSamples.Paper(rows, columns, 0);
        foreach ((int left, int top, int width, int height) in strokes)
        {
            FieldSamples.Fill(ink, left, top, width, height, 255);
        }

        return CellDigits.Find(ink, FieldSamples.Patch(FieldSamples.Paper(rows, columns, 200), rows, columns));
    }
}
