using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Imaging.Steps;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Finding;
using Cifra.Tests.Imaging;

namespace Cifra.Tests.Reading.Forms.Finding;

public sealed class FormFinderTests
{
    // A grid of 5 x 5 cells, two cells from every edge of the page. One cell off, 20 % of the pieces along the shift and a sixth of those across it are missing.
    private static readonly FormField Cells = new("g", new FormBox(2, 2, 5, 5)) { Rows = 5, Columns = 5, Cells = FormCells.Digit };
    private static readonly FormTemplate Grid = new("grid", 9, 9, [Cells]) { Anchors = [FormAnchor.Page] };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(0, -1)]
    [InlineData(-1, 1)]
    public void Find_GridThatLiesOneCellOff_IsShiftedThere(int x, int y)
    {
        GrayImage page = Drawn(x, y);

        FormPlace place = new FormFinder(Grid).Find(Stage.Of(page), page, null)!;

        Assert.InRange(place.Found, 0.99, 1);
        Assert.InRange(place.ToPicture.Apply(new PicturePoint(4.5, 4.5)).DistanceTo(new PicturePoint(450 + (100 * x), 450 + (100 * y))), 0, 1);
    }

    [Fact]
    public void Find_GridWithoutShifting_StaysACellOff()
    {
        GrayImage page = Drawn(1, 0);
        var finder = new FormFinder(Grid, new FormFinderOptions { LeastFitToShift = 1.1 });

        Assert.InRange(finder.Find(Stage.Of(page), page, null)!.Found, 0.6, 0.95);
    }

    [Fact]
    public void Find_Anchors_AreTriedUntilOneFitsWell()
    {
        GrayImage page = Drawn(0, 0);
        FormTemplate both = Grid with { Anchors = [FormAnchor.Page, FormAnchor.Structure] };
        FormTemplate reversed = Grid with { Anchors = [FormAnchor.Structure, FormAnchor.Page] };

        Assert.Equal(FormAnchor.Page, new FormFinder(both).Find(Stage.Of(page), page, null)!.By);
        Assert.Equal(FormAnchor.Structure, new FormFinder(reversed).Find(Stage.Of(page), page, null)!.By);
    }

    [Fact]
    public void Find_PoorFit_IsReplacedByABetterAnchors()
    {
        // The form lies in a corner of the picture: the page as a whole is no hypothesis of it, its boxes are.
        GrayImage page = Pictures.Flat(1000, 900, EvenLight.Paper);
        Lines(page, 120, 90, 60);
        FormTemplate both = Grid with { Anchors = [FormAnchor.Page, FormAnchor.Structure] };

        FormPlace place = new FormFinder(both).Find(Stage.Of(page), page, null)!;

        Assert.Equal(FormAnchor.Structure, place.By);
        Assert.InRange(place.ToPicture.Apply(new PicturePoint(4.5, 4.5)).DistanceTo(new PicturePoint(270, 240)), 0, 1);
    }

    [Fact]
    public void Find_NothingThatLooksLikeIt_IsNull()
    {
        GrayImage page = Pictures.Flat(700, 700, EvenLight.Paper);

        Assert.Null(new FormFinder(Grid with { Anchors = [FormAnchor.Marks, FormAnchor.Structure] }).Find(Stage.Of(page), page, null));
        Assert.Equal(0, new FormFinder(Grid).Find(Stage.Of(page), page, null)!.Found);
    }

    // The grid, moved by cells from where a page that fills the picture has it.
    private static GrayImage Drawn(int x, int y)
    {
        GrayImage page = Pictures.Flat(900, 900, EvenLight.Paper);
        Lines(page, 200 + (100 * x), 200 + (100 * y), 100);
        return page;
    }

    private static void Lines(GrayImage page, int left, int top, int cell)
    {
        for (int i = 0; i <= 5; i++)
        {
            Drawing.Stroke(page, left, top + (cell * i), left + (5 * cell), top + (cell * i), 3, 60);
            Drawing.Stroke(page, left + (cell * i), top, left + (cell * i), top + (5 * cell), 3, 60);
        }
    }
}
