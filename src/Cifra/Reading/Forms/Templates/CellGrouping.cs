using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms.Templates;

/// <summary>Groups the cells of an upright form into combs, grids and tables; a cell without neighbours is a box.</summary>
internal static class CellGrouping
{
    private static readonly CellGroupingOptions Options = CellGroupingOptions.Default;

    /// <summary>The fields, named, from top to bottom and left to right.</summary>
    /// <param name="frames">The boxes in the picture.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    public static IReadOnlyList<FormField> Fields(IReadOnlyList<Frame> frames, int width, int height)
    {
        List<FormBox> cells = Cells(frames, width, height);
        int[] groups = Groups(cells);
        IEnumerable<FormField> fields = groups.Select((group, i) => (Group: group, Cell: cells[i])).GroupBy(cell => cell.Group, cell => cell.Cell)
            .SelectMany(group => Fields([.. group]));
        return Named([.. fields.OrderBy(field => Math.Round(field.Box.Y / (Options.OrderBand * height))).ThenBy(field => field.Box.X)]);
    }

    // The group of each cell: neighbours share one, and so do the neighbours of neighbours.
    private static int[] Groups(List<FormBox> cells)
    {
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

        return groups;
    }

    // The paper inside closed lines, enlarged to the middle of the lines; without frames that hold other cells.
    private static List<FormBox> Cells(IReadOnlyList<Frame> frames, int width, int height)
    {
        double least = Options.LeastSide * Math.Max(width, height);
        List<FormBox> cells = [];
        foreach (Quadrilateral corners in frames.Where(frame => frame.IsCell).Select(frame => frame.Corners))
        {
            double left = (corners.TopLeft.X + corners.BottomLeft.X) / 2;
            double right = (corners.TopRight.X + corners.BottomRight.X) / 2;
            double top = (corners.TopLeft.Y + corners.TopRight.Y) / 2;
            double bottom = (corners.BottomLeft.Y + corners.BottomRight.Y) / 2;
            double side = Math.Min(right - left, bottom - top);
            if (side >= least && IsUpright(corners, side) && (right - left) * (bottom - top) <= Options.LargestArea * width * height)
            {
                left = Math.Max(0, left - Options.ToLine);
                top = Math.Max(0, top - Options.ToLine);
                cells.Add(new FormBox(left, top, Math.Min(width, right + Options.ToLine) - left, Math.Min(height, bottom + Options.ToLine) - top));
            }
        }

        return [.. cells.Where(cell => !cells.Any(other => other != cell && Holds(cell, other)))];
    }

    private static bool IsUpright(Quadrilateral corners, double side)
    {
        double most = Math.Max(Options.LeastCrooked, Options.Crooked * side);
        return Math.Abs(corners.TopLeft.X - corners.BottomLeft.X) <= most && Math.Abs(corners.TopRight.X - corners.BottomRight.X) <= most
            && Math.Abs(corners.TopLeft.Y - corners.TopRight.Y) <= most && Math.Abs(corners.BottomLeft.Y - corners.BottomRight.Y) <= most;
    }

    // Whether a cell is a frame around another one.
    private static bool Holds(FormBox outer, FormBox inner)
    {
        double x = inner.X + (inner.Width / 2);
        double y = inner.Y + (inner.Height / 2);
        bool inside = x > outer.X && y > outer.Y && x < outer.Right && y < outer.Bottom;
        return inside && outer.Width * outer.Height > Options.FrameArea * inner.Width * inner.Height;
    }

    private static bool AreNeighbours(FormBox a, FormBox b)
    {
        double size = Math.Min(Math.Min(a.Height, b.Height), Math.Min(a.Width, b.Width));
        double off = Options.Alignment * size;
        bool row = Math.Abs(a.Y - b.Y) <= off && Math.Abs(a.Bottom - b.Bottom) <= off;
        bool column = Math.Abs(a.X - b.X) <= off && Math.Abs(a.Right - b.Right) <= off;
        double acrossGap = Math.Max(a.X, b.X) - Math.Min(a.Right, b.Right);
        double downGap = Math.Max(a.Y, b.Y) - Math.Min(a.Bottom, b.Bottom);
        double most = Math.Max(Options.LeastGap, Options.Gap * size);
        return (row && acrossGap <= most && acrossGap > -most) || (column && downGap <= most && downGap > -most);
    }

    // One field if the cells are a regular grid; else a box each.
    private static IEnumerable<FormField> Fields(FormBox[] cells)
    {
        double left = cells.Min(cell => cell.X);
        double top = cells.Min(cell => cell.Y);
        var around = new FormBox(left, top, cells.Max(cell => cell.Right) - left, cells.Max(cell => cell.Bottom) - top);
        double width = Median(cells.Select(cell => cell.Width));
        double height = Median(cells.Select(cell => cell.Height));
        int columns = Steps(cells, cell => cell.X, width);
        int rows = Steps(cells, cell => cell.Y, height);
        double offWidth = Options.SizeDeviation * width;
        double offHeight = Options.SizeDeviation * height;
        bool regular = cells.Length >= Options.LeastSeen * rows * columns && cells.Length <= rows * columns
            && cells.All(cell => Math.Abs(cell.Width - width) <= offWidth && Math.Abs(cell.Height - height) <= offHeight);
        if (!regular)
        {
            return cells.SelectMany(cell => Fields([cell]));
        }

        bool digits = around.Width / columns <= Options.WidestDigit * around.Height / rows;
        return [new FormField("", Rounded(around)) { Rows = rows, Columns = columns, Cells = digits ? FormCells.Digit : FormCells.Number }];
    }

    // Number of cells from the first to the last along an axis.
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
