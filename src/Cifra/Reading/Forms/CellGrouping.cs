using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>Puts the cells of an upright form together to combs, grids and tables; those that stand alone are boxes.</summary>
internal static class CellGrouping
{
    /// <summary>A cell has sides of at least this part of the page's longer side.</summary>
    private const double Smallest = 0.008;

    /// <summary>A cell covers at most this part of the page.</summary>
    private const double Largest = 0.5;

    /// <summary>Opposite sides of a cell are of one length, and level or upright, within this part of it.</summary>
    private const double Crooked = 0.12;

    /// <summary>Cells in a row are of one height within this part of it, and so far apart at most as a part of it.</summary>
    private const double SameSize = 0.18;
    private const double Apart = 0.2;

    /// <summary>A cell for one digit is at most this many times as wide as high.</summary>
    private const double WidestDigit = 1.5;

    /// <summary>Of the cells of a comb or grid at least this share is seen; what was written across their lines hides the others.</summary>
    private const double LeastSeen = 0.6;

    /// <summary>The fields, from top to bottom and left to right.</summary>
    public static IReadOnlyList<FormField> Fields(IReadOnlyList<Frame> frames, int width, int height)
    {
        List<FormBox> cells = Cells(frames, width, height);
        int[] groups = [.. Enumerable.Range(0, cells.Count)];
        for (int i = 0; i < cells.Count; i++)
        {
            for (int j = i + 1; j < cells.Count; j++)
            {
                if (AreNeighbours(cells[i], cells[j]))
                {
                    (int from, int to) = (groups[j], groups[i]);
                    for (int k = 0; from != to && k < groups.Length; k++)
                    {
                        groups[k] = groups[k] == from ? to : groups[k];
                    }
                }
            }
        }

        List<FormField> fields = [.. groups.Select((group, i) => (group, cells[i])).GroupBy(cell => cell.group, cell => cell.Item2).SelectMany(group => Fields([.. group]))];
        return Named([.. fields.OrderBy(field => Math.Round(field.Box.Y / (0.01 * height))).ThenBy(field => field.Box.X)]);
    }

    // The paper inside lines, grown to the lines' middles; without what holds other cells.
    private static List<FormBox> Cells(IReadOnlyList<Frame> frames, int width, int height)
    {
        double least = Smallest * Math.Max(width, height);
        List<FormBox> cells = [];
        foreach (Frame frame in frames.Where(frame => frame.IsCell))
        {
            Quadrilateral corners = frame.Corners;
            double left = (corners.TopLeft.X + corners.BottomLeft.X) / 2;
            double right = (corners.TopRight.X + corners.BottomRight.X) / 2;
            double top = (corners.TopLeft.Y + corners.TopRight.Y) / 2;
            double bottom = (corners.BottomLeft.Y + corners.BottomRight.Y) / 2;
            double side = Math.Min(right - left, bottom - top);
            bool straight = Math.Abs(corners.TopLeft.X - corners.BottomLeft.X) <= Math.Max(3, Crooked * side) && Math.Abs(corners.TopRight.X - corners.BottomRight.X) <= Math.Max(3, Crooked * side)
                && Math.Abs(corners.TopLeft.Y - corners.TopRight.Y) <= Math.Max(3, Crooked * side) && Math.Abs(corners.BottomLeft.Y - corners.BottomRight.Y) <= Math.Max(3, Crooked * side);
            if (side >= least && straight && (right - left) * (bottom - top) <= Largest * width * height)
            {
                const double ToLine = 2; // the line's own pixel or two, and the one by which lines were made thicker
                cells.Add(new FormBox(Math.Max(0, left - ToLine), Math.Max(0, top - ToLine), Math.Min(width, right + ToLine) - Math.Max(0, left - ToLine), Math.Min(height, bottom + ToLine) - Math.Max(0, top - ToLine)));
            }
        }

        return [.. cells.Where(cell => !cells.Any(other => other != cell && Holds(cell, other)))];
    }

    private static bool Holds(FormBox outer, FormBox inner)
    {
        double x = inner.X + (inner.Width / 2);
        double y = inner.Y + (inner.Height / 2);
        return outer.Width * outer.Height > 1.5 * inner.Width * inner.Height && x > outer.X && y > outer.Y && x < outer.Right && y < outer.Bottom;
    }

    private static bool AreNeighbours(FormBox a, FormBox b)
    {
        double size = Math.Min(Math.Min(a.Height, b.Height), Math.Min(a.Width, b.Width));
        bool row = Math.Abs(a.Y - b.Y) <= SameSize * size && Math.Abs(a.Bottom - b.Bottom) <= SameSize * size;
        bool column = Math.Abs(a.X - b.X) <= SameSize * size && Math.Abs(a.Right - b.Right) <= SameSize * size;
        double acrossGap = Math.Max(a.X, b.X) - Math.Min(a.Right, b.Right);
        double downGap = Math.Max(a.Y, b.Y) - Math.Min(a.Bottom, b.Bottom);
        double most = Math.Max(6, Apart * size);
        return (row && acrossGap <= most && acrossGap > -most) || (column && downGap <= most && downGap > -most);
    }

    private static IEnumerable<FormField> Fields(FormBox[] cells)
    {
        double left = cells.Min(cell => cell.X);
        double top = cells.Min(cell => cell.Y);
        var around = new FormBox(left, top, cells.Max(cell => cell.Right) - left, cells.Max(cell => cell.Bottom) - top);
        double width = Median(cells.Select(cell => cell.Width));
        double height = Median(cells.Select(cell => cell.Height));
        int columns = Steps(cells, cell => cell.X, width);
        int rows = Steps(cells, cell => cell.Y, height);
        bool regular = cells.Length >= LeastSeen * rows * columns && cells.Length <= rows * columns
            && cells.All(cell => Math.Abs(cell.Width - width) <= 1.5 * SameSize * width && Math.Abs(cell.Height - height) <= 1.5 * SameSize * height);
        if (!regular)
        {
            return cells.SelectMany(cell => Fields([cell]));
        }

        bool digits = around.Width / columns <= WidestDigit * around.Height / rows;
        return [new FormField("", Rounded(around)) { Rows = rows, Columns = columns, Cells = digits ? FormCells.Digit : FormCells.Number }];
    }

    // How many steps of a cell there are from the first to the last.
    private static int Steps(FormBox[] cells, Func<FormBox, double> start, double size) =>
        1 + (int)Math.Round((cells.Max(start) - cells.Min(start)) / Math.Max(1, size));

    private static FormBox Rounded(FormBox box) => new(Math.Round(box.X, 1), Math.Round(box.Y, 1), Math.Round(box.Width, 1), Math.Round(box.Height, 1));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static List<FormField> Named(List<FormField> fields)
    {
        var counts = new Dictionary<string, int>();
        return [.. fields.Select(field =>
        {
            string kind = field switch
            {
                { Cells: FormCells.Digit, Rows: 1 } => "comb",
                { Cells: FormCells.Digit } => "grid",
                { Rows: 1, Columns: 1 } => "box",
                _ => "table",
            };
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            return field with { Name = FormattableString.Invariant($"{kind}{counts[kind]}") };
        })];
    }
}
