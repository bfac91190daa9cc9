using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Forms;
using Cifra.Tests.Imaging;

namespace Cifra.Tests.Reading.Forms;

public sealed class TemplateLearnerTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 2.5)]
    public void Learn_DrawnForm_FindsItsFields(bool filled, double turned)
    {
        GrayImage page = FormDrawing.Draw(SampleForm.Template, SampleForm.Scale, filled ? SampleForm.Values : null, seed: 11);
        double c = Math.Cos(turned * Math.PI / 180);
        double s = Math.Sin(turned * Math.PI / 180);
        double x = page.Width / 2.0;
        double y = page.Height / 2.0;
        page = Warp.Apply(page, Homography.Affine(c, s, x - (c * x) - (s * y), -s, c, y + (s * x) - (c * y)), page.Width, page.Height, FormDrawing.Paper);

        FormTemplate learned = TemplateLearner.Learn(FormDrawing.Color(page), "learned");

        Assert.Equal(SampleForm.Template.Fields.Count, learned.Fields.Count);
        Assert.Equal(4, learned.Marks.Count);
        foreach (FormField field in SampleForm.Template.Fields)
        {
            FormBox box = field.Box;
            FormField found = learned.Fields.MinBy(other => Math.Abs(other.Box.X - (box.X * SampleForm.Scale)) + Math.Abs(other.Box.Y - (box.Y * SampleForm.Scale)))!;
            Assert.Equal((field.Rows, field.Columns, field.Cells), (found.Rows, found.Columns, found.Cells));
            Assert.Equal(box.X * SampleForm.Scale, found.Box.X, 4.0);
            Assert.Equal(box.Y * SampleForm.Scale, found.Box.Y, 4.0);
            Assert.Equal(box.Right * SampleForm.Scale, found.Box.Right, 4.0);
            Assert.Equal(box.Bottom * SampleForm.Scale, found.Box.Bottom, 4.0);
        }

        Assert.Equal(["box1", "box2", "comb1", "comb2", "comb3", "table1"], learned.Fields.Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal(learned.ToJson(), FormTemplate.Parse(learned.ToJson(), "again").ToJson());
    }

    [Fact]
    public void Learn_Sudoku_IsAGridOfDigits()
    {
        GrayImage page = Pictures.Flat(800, 900, FormDrawing.Paper);
        GrayImage grid = FormDrawing.Draw(FormTemplate.Load("sudoku"), 60);
        for (int y = 0; y < grid.Height; y++)
        {
            grid.Row(y).CopyTo(page.Row(y + 150)[130..]);
        }

        FormField field = Assert.Single(TemplateLearner.Learn(FormDrawing.Color(page), "puzzle").Fields);

        Assert.Equal((9, 9, FormCells.Digit, "grid1"), (field.Rows, field.Columns, field.Cells, field.Name));
    }

    [Fact]
    public void Learn_EmptyPaper_IsRefused() =>
        Assert.Contains("boxes", Assert.Throws<InvalidDataException>(() => TemplateLearner.Learn(FormDrawing.Color(Pictures.Flat(500, 500, 230)), "none")).Message, StringComparison.Ordinal);
}
