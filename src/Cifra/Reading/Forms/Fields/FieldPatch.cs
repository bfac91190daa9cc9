using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;
using Cifra.Imaging.Ink;
using Cifra.Reading.Forms.Finding;

namespace Cifra.Reading.Forms.Fields;

/// <summary>A field cut out of its picture and rectified: upright, all cells of one size, with a margin around them.</summary>
internal sealed class FieldPatch
{
    private static readonly FieldPatchOptions Options = FieldPatchOptions.Default;

    private readonly FieldMesh _mesh;

    private FieldPatch(FieldMesh mesh, GrayImage picture, int cellWidth, int cellHeight, int margin)
    {
        _mesh = mesh;
        Picture = picture;
        (CellWidth, CellHeight, Margin) = (cellWidth, cellHeight, margin);
    }

    /// <summary>The patch in grey, ink dark.</summary>
    public GrayImage Picture { get; }

    /// <summary>Width of a cell in pixels of the patch.</summary>
    public int CellWidth { get; }

    /// <summary>Height of a cell in pixels of the patch.</summary>
    public int CellHeight { get; }

    /// <summary>Width of the margin around the cells in pixels.</summary>
    public int Margin { get; }

    /// <summary>Rows of cells.</summary>
    public int Rows => _mesh.Rows;

    /// <summary>Columns of cells.</summary>
    public int Columns => _mesh.Columns;

    /// <summary>The cells, as the steps to the field's ink take them.</summary>
    public InkCells Cells => new(Rows, Columns, CellWidth, CellHeight, Margin);

    /// <summary>Cuts a field out.</summary>
    /// <param name="picture">The original picture in grey, ink dark.</param>
    /// <param name="mesh">The field's mesh in it.</param>
    public static FieldPatch Cut(PicturePyramid picture, FieldMesh mesh)
    {
        Quadrilateral border = mesh.Border;
        double height = border.Height / mesh.Rows;
        double width = border.Width / mesh.Columns;
        double scale = Math.Clamp(height, Options.LeastCellHeight, Options.MostCellHeight) / Math.Max(1e-9, height);
        scale = Math.Min(scale, Math.Min(Options.LongestSide / border.Width, Options.LongestSide / border.Height));
        int cellHeight = Math.Max(Options.LeastPixels, (int)Math.Round(height * scale));
        int cellWidth = Math.Max(Options.LeastPixels, (int)Math.Round(width * scale));
        int margin = Math.Max(Options.LeastMargin, (int)(Options.Margin * Math.Min(cellHeight, cellWidth)));
        var patch = new GrayImage((cellWidth * mesh.Columns) + (2 * margin), (cellHeight * mesh.Rows) + (2 * margin));
        PicturePyramid.Sampler levels = picture.For(1 / scale);
        for (int y = 0; y < patch.Height; y++)
        {
            Span<byte> row = patch.Row(y);
            double v = (y + 0.5 - margin) / cellHeight;
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = (byte)(levels.Level(mesh.At((x + 0.5 - margin) / cellWidth, v)) + 0.5);
            }
        }

        return new FieldPatch(mesh, patch, cellWidth, cellHeight, margin);
    }

    /// <summary>The box of a cell in the patch.</summary>
    public PixelBox Cell(int row, int column) => Cells.Cell(row, column);

    /// <summary>The smallest box of whole pixels around a box of the patch in the original picture.</summary>
    /// <param name="box">A box of the patch.</param>
    /// <param name="width">Width of the original picture in pixels.</param>
    /// <param name="height">Height of the original picture in pixels.</param>
    public PixelBox InGiven(PixelBox box, int width, int height) => new Quadrilateral(
        InGiven(box.X, box.Y), InGiven(box.Right, box.Y), InGiven(box.Right, box.Bottom), InGiven(box.X, box.Bottom)).Bounds(width, height);

    private PicturePoint InGiven(double x, double y) => _mesh.At((x - Margin) / CellWidth, (y - Margin) / CellHeight);
}
