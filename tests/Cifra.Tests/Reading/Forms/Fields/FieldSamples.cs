using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Forms;
using Cifra.Reading.Forms.Fields;
using Cifra.Reading.Forms.Finding;
using Cifra.Reading.Grammars;
using Cifra.Tests.Imaging;

namespace Cifra.Tests.Reading.Forms.Fields;

/// <summary>Fields made by hand: patches whose pixels are those of a drawn picture, one to one, and cells with the probabilities that a test wants.</summary>
internal static class FieldSamples
{
    /// <summary>Side of a cell in pixels: between 40 and 64, so that the patch is neither enlarged nor reduced.</summary>
    public const int Side = 50;

    /// <summary>The margin around the cells: a fifth of a side.</summary>
    public const int Margin = 10;

    /// <summary>A picture of paper for a field of so many cells and its margin.</summary>
    public static GrayImage Paper(int rows, int columns, byte level) => Pictures.Flat((columns * Side) + (2 * Margin), (rows * Side) + (2 * Margin), level);

    /// <summary>A field with one digit per cell, whose cells lie in such a picture.</summary>
    public static FormField Field(int rows, int columns) =>
        new("f", new FormBox(Margin, Margin, columns * Side, rows * Side)) { Rows = rows, Columns = columns, Cells = FormCells.Digit };

    /// <summary>The field cut out of such a picture, pixel by pixel.</summary>
    public static FieldPatch Patch(GrayImage picture, int rows, int columns) =>
        FieldPatch.Cut(new PicturePyramid(picture), FieldMesh.Of(Field(rows, columns) with { Lined = false }, Homography.Identity, picture));

    /// <summary>A rectangle of one level.</summary>
    public static void Fill(GrayImage picture, int left, int top, int width, int height, byte level)
    {
        for (int y = top; y < top + height; y++)
        {
            picture.Row(y).Slice(left, width).Fill(level);
        }
    }

    /// <summary>A cell whose ink is so likely each of some digits and none of the others.</summary>
    public static CellDigit Cell(int cell, float notADigit, params (int Digit, float Probability)[] digits)
    {
        float[] all = new float[10];
        foreach ((int digit, float probability) in digits)
        {
            all[digit] = probability;
        }

        return new CellDigit(cell, new PixelBox(cell * Side, 20, 10, 30), new GrayImage(1, 1)) { Digits = all, NotADigit = notADigit };
    }

    /// <summary>A field of empty paper with cells as if they had been found and classified there.</summary>
    public static SeenField Seen(int rows, int columns, Grammar? grammar, params CellDigit?[] digits)
    {
        FieldPatch patch = Patch(Paper(rows, columns, 200), rows, columns);
        return new SeenField("f", Field(rows, columns), grammar, patch, FieldInk.Of(patch, lined: false), digits)
        {
            Flaws = [.. Enumerable.Repeat<IReadOnlyList<string>>([], rows)],
        };
    }
}
