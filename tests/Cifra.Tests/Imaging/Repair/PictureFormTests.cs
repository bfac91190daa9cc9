using Cifra.Imaging;
using Cifra.Imaging.Repair;

namespace Cifra.Tests.Imaging.Repair;

public sealed class PictureFormTests
{
    private static readonly FormBounds Any = new(255, 255, 0, 0, 99, 999, 999, 999, 99, 99, 99);
    private static readonly PictureForm Form = new(
        Paper: 5, Border: 6, Brightest: 240, Steepest: 200, Length: 20, Outliers: 7, Parts: 2, Strokes: 50, Variation: 1.5, Hollow: 1.1, Enclosed: 0.2);

    [Fact]
    public void Of_BarOfThreeByFour_GivesTheNumbersByHand()
    {
        var picture = new GrayImage(10, 10);
        for (int y = 3; y < 7; y++)
        {
            picture.Row(y)[4..7].Fill(200);
        }

        PictureForm form = PictureForm.Of(picture, RepairOptions.Default);

        Assert.Equal(0, form.Paper);
        Assert.Equal(0, form.Border);
        Assert.Equal(200, form.Brightest);
        Assert.Equal(200, form.Steepest);
        Assert.Equal(4, form.Length);
        Assert.Equal(4, form.Outliers); // its corners: 4 of 9 pixels of their squares are ink
        Assert.Equal(1, form.Parts);
        Assert.Equal(7, form.Strokes); // 4 rows, 3 columns
        Assert.Equal(14.0 / 12, form.Variation, 12); // 14 sides of pixels around 12 pixels
        Assert.Equal(1, form.Hollow, 12);
        Assert.Equal(0, form.Enclosed);
    }

    [Fact]
    public void Of_BlankPicture_HasNoInkAndDividesByNothing()
    {
        PictureForm form = PictureForm.Of(new GrayImage(28, 28), RepairOptions.Default);

        Assert.Equal((0, 0, 0, 0.0), (form.Brightest, form.Length, form.Parts, form.Variation));
    }

    [Fact]
    public void Of_BrightFrame_IsTheBordersMean()
    {
        GrayImage picture = Pictures.Flat(4, 4, 10);
        picture[0, 0] = 130; // one of twelve pixels of the border

        Assert.Equal(20, PictureForm.Of(picture, RepairOptions.Default).Border, 12);
    }

    [Fact]
    public void Within_NumbersOnTheBounds_IsTrue() => Assert.True(Form.Within(new FormBounds(5, 6, 240, 200, 20, 7, 2, 50, 1.5, 1.1, 0.2)));

    public static TheoryData<int> Bounds => [.. Enumerable.Range(0, 11)];

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Within_OneNumberBeyondItsBound_IsFalse(int which)
    {
        FormBounds bounds = which switch
        {
            0 => Any with { MostPaper = 4 },
            1 => Any with { MostBorder = 5.9 },
            2 => Any with { LeastBrightest = 241 },
            3 => Any with { LeastSteepest = 201 },
            4 => Any with { MostLength = 19 },
            5 => Any with { MostOutliers = 6 },
            6 => Any with { MostParts = 1 },
            7 => Any with { MostStrokes = 49 },
            8 => Any with { MostVariation = 1.4 },
            9 => Any with { MostHollow = 1.09 },
            _ => Any with { MostEnclosed = 0.19 },
        };

        Assert.True(Form.Within(Any));
        Assert.False(Form.Within(bounds));
    }

    [Fact]
    public void Damaged_AllButShape_LieOutsideClean()
    {
        FormBounds clean = FormBounds.Clean;
        FormBounds damaged = FormBounds.Damaged;

        Assert.True(damaged.MostPaper > clean.MostPaper && damaged.MostBorder > clean.MostBorder && damaged.LeastBrightest < clean.LeastBrightest);
        Assert.True(damaged.LeastSteepest < clean.LeastSteepest && damaged.MostLength > clean.MostLength && damaged.MostOutliers > clean.MostOutliers);
        Assert.True(damaged.MostParts > clean.MostParts && damaged.MostStrokes > clean.MostStrokes);
    }
}
