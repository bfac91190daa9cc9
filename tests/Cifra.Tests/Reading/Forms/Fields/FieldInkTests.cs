using Cifra.Imaging;
using Cifra.Reading.Forms.Fields;

namespace Cifra.Tests.Reading.Forms.Fields;

// Cells are 50 pixels wide and high, the first one from 10 to 60: a printed line is at most 10 pixels thick (20 %) and 3 pixels from where it should be (7 %).
public sealed class FieldInkTests
{
    [Fact]
    public void Of_EmptyPaper_HasNoInk()
    {
        FieldInk ink = FieldInk.Of(FieldSamples.Patch(FieldSamples.Paper(2, 2, 200), 2, 2), lined: true);

        Assert.All(ink.Levels.Cast<object?>(), Assert.Null);
        Assert.All(ink.Ink.Pixels.ToArray(), level => Assert.Equal(0, level));
    }

    [Fact]
    public void Of_FaintPencilBesideBlackPrint_BothAreFullInk()
    {
        GrayImage page = FieldSamples.Paper(1, 2, 200);
        FieldSamples.Fill(page, 30, 25, 6, 20, 160); // absorbs a fifth of the light
        FieldSamples.Fill(page, 80, 25, 6, 20, 20); // absorbs nine tenths

        GrayImage ink = FieldInk.Of(FieldSamples.Patch(page, 1, 2), lined: false).Ink;

        Assert.Equal((255, 255), (ink[33, 35], ink[83, 35]));
        Assert.Equal((0, 0, 0), (ink[20, 35], ink[95, 35], ink[60, 35]));
    }

    [Fact]
    public void Of_ShadowOverACell_LeavesItsInkAsStrong()
    {
        GrayImage page = FieldSamples.Paper(1, 2, 200);
        FieldSamples.Fill(page, 60, 0, 60, 70, 100);
        FieldSamples.Fill(page, 30, 25, 6, 20, 100); // half of the light of either cell's paper
        FieldSamples.Fill(page, 80, 25, 6, 20, 50);

        FieldInk ink = FieldInk.Of(FieldSamples.Patch(page, 1, 2), lined: false);

        Assert.Equal((255, 255), (ink.Ink[33, 35], ink.Ink[83, 35]));
        Assert.Equal((0, 0), (ink.Ink[20, 35], ink.Ink[100, 35])); // the shadow itself is none
        Assert.InRange(Math.Abs(ink.Levels[0, 0]!.Ink - ink.Levels[0, 1]!.Ink), 0, 8);
    }

    [Fact]
    public void Of_Levels_AreThoseOfTheCellAlone()
    {
        GrayImage page = FieldSamples.Paper(1, 3, 200);
        FieldSamples.Fill(page, 80, 25, 6, 20, 100);

        FieldInk ink = FieldInk.Of(FieldSamples.Patch(page, 1, 3), lined: false);

        Assert.Null(ink.Levels[0, 0]);
        Assert.InRange(ink.Levels[0, 1]!.Ink, 120, 132); // half of 255
        Assert.Null(ink.Levels[0, 2]);
    }

    [Fact]
    public void Of_StrokeIntoAnEmptyCellAndTheMargin_IsKeptThere()
    {
        GrayImage page = FieldSamples.Paper(1, 2, 200);
        FieldSamples.Fill(page, 4, 33, 61, 6, 80); // from the margin through the first cell, and only 5 pixels into the second one

        FieldInk taken = FieldInk.Of(FieldSamples.Patch(page, 1, 2), lined: false);

        Assert.Null(taken.Levels[0, 1]);
        Assert.Equal((255, 255, 255), (taken.Ink[6, 35], taken.Ink[40, 35], taken.Ink[62, 35]));
        Assert.Equal(0, taken.Ink[75, 35]);
    }

    [Fact]
    public void Of_InkBesideALine_DoesNotDecideHowDarkInkIs()
    {
        GrayImage page = FieldSamples.Paper(1, 1, 200);
        FieldSamples.Fill(page, 10, 10, 5, 50, 20); // black, within 6 pixels (12 %) of the cell's side

        Assert.Null(FieldInk.Of(FieldSamples.Patch(page, 1, 1), lined: false).Levels[0, 0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_PrintedGrid_IsTakenOutOnlyIfTheFieldIsLined(bool lined)
    {
        GrayImage ink = FieldInk.Of(FieldSamples.Patch(Grid(thickness: 3, off: 0), 2, 2), lined).Ink;

        (int X, int Y)[] onLines = [(35, 10), (35, 60), (35, 110), (10, 35), (60, 35), (110, 35), (85, 60), (60, 85), (60, 60)];
        Assert.All(onLines, place => Assert.Equal(lined, ink[place.X, place.Y] == 0));
        Assert.Equal(255, ink[33, 35]); // the digit
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(-3, true)]
    [InlineData(7, false)]
    [InlineData(-7, false)]
    public void Of_LineBesideItsPlace_IsTakenOutIfItIsNear(int off, bool removed)
    {
        GrayImage ink = FieldInk.Of(FieldSamples.Patch(Grid(thickness: 3, off), 2, 2), lined: true).Ink;

        Assert.Equal(removed, ink[45, 60 + off] == 0);
        Assert.Equal(removed, ink[60 + off, 45] == 0);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(13, false)]
    public void Of_ThickBar_IsNoPrintedLine(int thickness, bool removed)
    {
        GrayImage ink = FieldInk.Of(FieldSamples.Patch(Bar(54, thickness, length: 100), 2, 2), lined: true).Ink;

        Assert.Equal(removed, ink[35, 58] == 0);
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(10, false)]
    public void Of_ShortStrokeOnALine_IsNoPrintedLine(int length, bool removed) // a line shows along 30 % of a cell at least: 15 pixels
    {
        GrayImage ink = FieldInk.Of(FieldSamples.Patch(Bar(58, 4, length), 2, 2), lined: true).Ink;

        Assert.Equal(removed, ink[14, 60] == 0);
    }

    [Fact]
    public void Of_StrokeAcrossALine_StaysWhole()
    {
        GrayImage page = Grid(thickness: 3, off: 0);
        FieldSamples.Fill(page, 82, 30, 6, 60, 60); // down through the line at 60

        GrayImage ink = FieldInk.Of(FieldSamples.Patch(page, 2, 2), lined: true).Ink;

        Assert.All(Enumerable.Range(32, 56), y => Assert.NotEqual(0, ink[85, y]));
        Assert.Equal(0, ink[75, 60]);
    }

    // The lines of 2 x 2 cells, the inner ones off by so many pixels, and a stroke in each cell so that each has levels.
    private static GrayImage Grid(int thickness, int off)
    {
        GrayImage page = FieldSamples.Paper(2, 2, 200);
        foreach (int at in (int[])[10, 60 + off, 110])
        {
            FieldSamples.Fill(page, 9, at - (thickness / 2), 103, thickness, 60);
            FieldSamples.Fill(page, at - (thickness / 2), 9, thickness, 103, 60);
        }

        Strokes(page);
        return page;
    }

    // A bar in place of the middle line, from the left.
    private static GrayImage Bar(int top, int thickness, int length)
    {
        GrayImage page = FieldSamples.Paper(2, 2, 200);
        FieldSamples.Fill(page, 10, top, length, thickness, 60);
        Strokes(page);
        return page;
    }

    private static void Strokes(GrayImage page)
    {
        foreach ((int x, int y) in ((int, int)[])[(30, 25), (80, 25), (30, 78), (80, 78)])
        {
            FieldSamples.Fill(page, x, y, 6, 20, 60);
        }
    }
}
