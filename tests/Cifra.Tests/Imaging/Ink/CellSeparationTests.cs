using Cifra.Imaging;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;

namespace Cifra.Tests.Imaging.Ink;

public sealed class CellSeparationTests
{
    private static readonly InkCells Three = new(Rows: 1, Columns: 3, Width: 40, Height: 50, Margin: 5);

    [Fact]
    public void Apply_PencilBesidePrint_BothAreFullInk()
    {
        (Step step, InkLevels?[,] levels) = CellSeparation.Apply(Stage.Of(Field()), Three, keepFaint: false);

        GrayImage ink = step.Stage.Picture;
        Assert.InRange(ink[25, 25], 240, 255);  // print
        Assert.InRange(ink[105, 25], 240, 255); // pencil, a sixth as dark
        Assert.NotNull(levels[0, 0]);
        Assert.Null(levels[0, 1]);
        Assert.NotNull(levels[0, 2]);
        Assert.True(levels[0, 0]!.Ink > 2 * levels[0, 2]!.Ink);
        Assert.Contains("in 2 of 3", step.Reason, StringComparison.Ordinal);
    }

    // The print's foot reaches into the empty cell: it is ink there by the print's levels.
    [Fact]
    public void Apply_EmptyCell_KeepsWhatReachesIntoIt()
    {
        GrayImage field = Field();
        Drawing.Stroke(field, 25, 45, 46, 45, 4, 30);

        (Step step, InkLevels?[,] levels) = CellSeparation.Apply(Stage.Of(field), Three, keepFaint: false);

        Assert.Null(levels[0, 1]);
        Assert.InRange(step.Stage.Picture[46, 45], 200, 255);
    }

    [Fact]
    public void WithMargin_AllCells_CoverThePictureOnce()
    {
        var cells = new InkCells(Rows: 2, Columns: 3, Width: 10, Height: 8, Margin: 3);
        int[] covered = new int[36 * 22];
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                PixelBox box = cells.WithMargin(row, column);
                for (int y = box.Y; y < box.Bottom; y++)
                {
                    for (int x = box.X; x < box.Right; x++)
                    {
                        covered[(y * 36) + x]++;
                    }
                }
            }
        }

        Assert.All(covered, count => Assert.Equal(1, count));
    }

    private static GrayImage Field()
    {
        GrayImage field = Pictures.Flat(130, 60, EvenLight.Paper);
        Drawing.Stroke(field, 25, 12, 25, 48, 5, 30);
        Drawing.Stroke(field, 105, 12, 105, 48, 5, 160);
        return field;
    }
}
