using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Pages;

namespace Cifra.Reading.Forms;

/// <summary>A field cut out of its picture and set upright: every cell of one size, with room around.</summary>
internal sealed class FieldPatch
{
    /// <summary>Rows of pixels of a cell: as many as in the picture, between these.</summary>
    private const int LeastCell = 40;
    private const int MostCell = 64;

    /// <summary>Pixels of the longest patch.</summary>
    private const int Longest = 3000;

    /// <summary>Room around the cells, as a part of a cell's height.</summary>
    private const double Room = 0.2;

    private readonly FieldMesh _mesh;

    private FieldPatch(FieldMesh mesh, GrayImage picture, int cellWidth, int cellHeight, int margin)
    {
        _mesh = mesh;
        Picture = picture;
        (CellWidth, CellHeight, Margin) = (cellWidth, cellHeight, margin);
    }

    /// <summary>The patch, grey as the picture is.</summary>
    public GrayImage Picture { get; }

    /// <summary>Columns of pixels of a cell.</summary>
    public int CellWidth { get; }

    /// <summary>Rows of pixels of a cell.</summary>
    public int CellHeight { get; }

    /// <summary>Pixels around the cells.</summary>
    public int Margin { get; }

    /// <summary>Rows of cells.</summary>
    public int Rows => _mesh.Rows;

    /// <summary>Columns of cells.</summary>
    public int Columns => _mesh.Columns;

    /// <summary>The cells, as the steps to the field's ink take them.</summary>
    public InkCells Cells => new(Rows, Columns, CellWidth, CellHeight, Margin);

    /// <summary>Cuts a field out.</summary>
    /// <param name="picture">The picture as it was given, in grey.</param>
    /// <param name="mesh">The field's mesh in it.</param>
    public static FieldPatch Cut(PicturePyramid picture, FieldMesh mesh)
    {
        Quadrilateral border = mesh.Border;
        double height = border.Height / mesh.Rows;
        double width = border.Width / mesh.Columns;
        double scale = Math.Clamp(height, LeastCell, MostCell) / Math.Max(1e-9, height);
        scale = Math.Min(scale, Math.Min(Longest / border.Width, Longest / border.Height));
        int cellHeight = Math.Max(4, (int)Math.Round(height * scale));
        int cellWidth = Math.Max(4, (int)Math.Round(width * scale));
        int margin = Math.Max(2, (int)(Room * Math.Min(cellHeight, cellWidth)));
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

    /// <summary>A box of the patch in the picture as it was given: every pixel that it touches.</summary>
    public PixelBox InGiven(PixelBox box, int width, int height) => new Quadrilateral(
        InGiven(box.X, box.Y), InGiven(box.Right, box.Y), InGiven(box.Right, box.Bottom), InGiven(box.X, box.Bottom)).Bounds(width, height);

    private PicturePoint InGiven(double x, double y) => _mesh.At((x - Margin) / CellWidth, (y - Margin) / CellHeight);
}
