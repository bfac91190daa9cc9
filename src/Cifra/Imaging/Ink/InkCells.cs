namespace Cifra.Imaging.Ink;

/// <summary>The cells of a field in its upright picture: rows and columns of one size, with a margin around them.</summary>
/// <param name="Rows">Rows of cells.</param>
/// <param name="Columns">Columns of cells.</param>
/// <param name="Width">Columns of pixels of a cell.</param>
/// <param name="Height">Rows of pixels of a cell.</param>
/// <param name="Margin">Pixels around the cells.</param>
internal sealed record InkCells(int Rows, int Columns, int Width, int Height, int Margin)
{
    /// <summary>The shorter side of a cell in pixels.</summary>
    public int ShorterSide => Math.Min(Width, Height);

    /// <summary>The box of a cell.</summary>
    public PixelBox Cell(int row, int column) => new(Margin + (column * Width), Margin + (row * Height), Width, Height);

    /// <summary>The box of a cell, with the margin beside it where it lies at the field's border.</summary>
    public PixelBox WithMargin(int row, int column)
    {
        PixelBox cell = Cell(row, column);
        int left = column == 0 ? 0 : cell.X;
        int top = row == 0 ? 0 : cell.Y;
        int right = cell.Right + (column == Columns - 1 ? Margin : 0);
        int bottom = cell.Bottom + (row == Rows - 1 ? Margin : 0);
        return new PixelBox(left, top, right - left, bottom - top);
    }
}
