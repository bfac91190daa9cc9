using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Templates;

namespace Cifra.Tests.Reading.Forms.Templates;

// A page of 1000 x 800 pixels. The paper inside a cell is 2 pixels smaller on each side than the cell, as its lines are drawn.
public sealed class CellGroupingTests
{
    [Fact]
    public void Fields_RowOfSquares_IsAComb()
    {
        FormField field = Assert.Single(Fields([.. Enumerable.Range(0, 5).Select(i => Cell(100 + (40 * i), 100, 40, 40))]));

        Assert.Equal(new FormField("comb1", new FormBox(100, 100, 200, 40)) { Rows = 1, Columns = 5, Cells = FormCells.Digit }, field);
    }

    [Fact]
    public void Fields_SquaresInRowsAndColumns_AreAGrid()
    {
        FormField field = Assert.Single(Fields([.. Enumerable.Range(0, 12).Select(i => Cell(100 + (40 * (i % 4)), 100 + (40 * (i / 4)), 40, 40))]));

        Assert.Equal(("grid1", 3, 4, FormCells.Digit), (field.Name, field.Rows, field.Columns, field.Cells));
        Assert.Equal(new FormBox(100, 100, 160, 120), field.Box);
    }

    [Fact]
    public void Fields_WideCellsInRows_AreATable()
    {
        FormField field = Assert.Single(Fields([.. Enumerable.Range(0, 6).Select(i => Cell(100 + (120 * (i % 2)), 100 + (40 * (i / 2)), 120, 40))]));

        Assert.Equal(("table1", 3, 2, FormCells.Number), (field.Name, field.Rows, field.Columns, field.Cells));
    }

    [Theory]
    [InlineData(60, "comb1")] // 1.5 times as wide as high
    [InlineData(61, "box1")]
    public void Fields_OneCell_IsForADigitOrANumberByItsAspect(int width, string name) =>
        Assert.Equal(name, Assert.Single(Fields(Cell(100, 100, width, 40))).Name);

    [Fact]
    public void Fields_Several_AreNamedFromTopToBottomAndLeftToRight()
    {
        IReadOnlyList<FormField> fields = Fields(Cell(500, 106, 200, 40), Cell(100, 300, 200, 40), Cell(100, 104, 200, 40), Cell(800, 104, 40, 40));

        Assert.Equal([("box1", 100.0, 104.0), ("box2", 500, 106), ("comb1", 800, 104), ("box3", 100, 300)], fields.Select(field => (field.Name, field.Box.X, field.Box.Y)));
    }

    [Theory]
    [InlineData(8, 1)] // a fifth of 40 pixels
    [InlineData(9, 2)]
    public void Fields_GapBetweenCells_PartsThem(int gap, int fields) =>
        Assert.Equal(fields, Fields(Cell(100, 100, 40, 40), Cell(140 + gap, 100, 40, 40)).Count);

    [Theory]
    [InlineData(6, 1)] // small cells may be 6 pixels apart
    [InlineData(7, 2)]
    public void Fields_GapBetweenSmallCells_IsSixPixelsAtMost(int gap, int fields) =>
        Assert.Equal(fields, Fields(Cell(100, 100, 20, 20), Cell(120 + gap, 100, 20, 20)).Count);

    [Theory]
    [InlineData(7, 1)] // 18 % of 40 pixels
    [InlineData(8, 2)]
    public void Fields_CellsOffTheirRow_AreNoNeighbours(int off, int fields)
    {
        Assert.Equal(fields, Fields(Cell(100, 100, 40, 40), Cell(140, 100 + off, 40, 40)).Count);
        Assert.Equal(fields, Fields(Cell(100, 100, 40, 40), Cell(100 + off, 140, 40, 40)).Count);
    }

    [Fact]
    public void Fields_SomeCellsHidden_AreFilledIn()
    {
        // An L of 2 x 3: 4 of 6 cells are 67 %.
        FormField field = Assert.Single(Fields(Cell(100, 100, 40, 40), Cell(100, 140, 40, 40), Cell(140, 140, 40, 40), Cell(180, 140, 40, 40)));

        Assert.Equal((2, 3, new FormBox(100, 100, 120, 80)), (field.Rows, field.Columns, field.Box));
    }

    [Fact]
    public void Fields_TooFewOfAGrid_AreBoxesEach()
    {
        // An L of 3 x 3: 5 of 9 cells are 56 %.
        Frame[] cells = [Cell(100, 100, 40, 40), Cell(100, 140, 40, 40), Cell(100, 180, 40, 40), Cell(140, 180, 40, 40), Cell(180, 180, 40, 40)];

        Assert.Equal(5, Fields(cells).Count);
    }

    [Theory]
    [InlineData(50, 1)] // a quarter wider
    [InlineData(52, 3)] // more than 27 % wider
    public void Fields_CellOfAnotherSize_MakesItNoComb(int width, int fields) =>
        Assert.Equal(fields, Fields(Cell(100, 100, 40, 40), Cell(140, 100, 40, 40), Cell(180, 100, width, 40)).Count);

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 1)] // 0.8 % of 1000 pixels, of the paper inside
    public void Fields_TinyCell_IsNone(int inside, int fields)
    {
        Assert.Equal(fields, Fields(Cell(100, 100, inside + 4, 40)).Count);
        Assert.Equal(fields, Fields(Cell(100, 100, 40, inside + 4)).Count);
    }

    [Fact]
    public void Fields_CellOfMoreThanHalfThePage_IsNone()
    {
        Assert.Empty(Fields(Cell(10, 10, 904, 454)));
        Assert.Single(Fields(Cell(10, 10, 884, 454)));
    }

    [Theory]
    [InlineData(4, 1)] // 12 % of 36 pixels
    [InlineData(5, 0)]
    public void Fields_CrookedCell_IsNone(int off, int fields)
    {
        Quadrilateral straight = Cell(100, 100, 40, 40).Corners;
        Quadrilateral[] crooked =
        [
            straight with { TopLeft = new(102 + off, 102) }, straight with { TopRight = new(138 + off, 102) },
            straight with { TopLeft = new(102, 102 - off) }, straight with { BottomLeft = new(102, 138 + off) },
        ];

        Assert.All(crooked, corners => Assert.Equal(fields, Fields(new Frame(corners, IsCell: true)).Count));
    }

    [Fact]
    public void Fields_FrameAroundCells_IsLeftOut()
    {
        FormField field = Assert.Single(Fields(Cell(50, 50, 300, 200), Cell(100, 100, 40, 40), Cell(140, 100, 40, 40)));

        Assert.Equal(new FormBox(100, 100, 80, 40), field.Box);
    }

    [Fact]
    public void Fields_Outline_IsNoCell() => Assert.Empty(Fields(Cell(100, 100, 40, 40) with { IsCell = false }));

    [Fact]
    public void Fields_CellAtThePagesEdge_EndsThere() => Assert.Equal(new FormBox(0, 0, 101, 41), Assert.Single(Fields(Cell(-1, -1, 102, 42))).Box);

    private static IReadOnlyList<FormField> Fields(params Frame[] frames) => CellGrouping.Fields(frames, 1000, 800);

    // The paper inside a cell whose lines' middles are these.
    private static Frame Cell(double x, double y, double width, double height) =>
        new(new Quadrilateral(new(x + 2, y + 2), new(x + width - 2, y + 2), new(x + width - 2, y + height - 2), new(x + 2, y + height - 2)), IsCell: true);
}
