using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>Where the corners of a field's cells lie in a picture, after its own lines were looked for: paper is never quite flat.</summary>
internal sealed class FieldMesh
{
    /// <summary>A line may be off from where the whole page has it by this part of a cell.</summary>
    private const double Reach = 0.16;
    private const double LeastReach = 3;

    /// <summary>A line is moved if it is seen at this share of its places at least.</summary>
    private const double LeastSeen = 0.45;

    /// <summary>Places on a line at which it is looked for: so many to a cell, and at least so many.</summary>
    private const int ToCell = 2;
    private const int LeastPlaces = 8;

    private readonly PicturePoint[,] _nodes;

    private FieldMesh(PicturePoint[,] nodes) => _nodes = nodes;

    /// <summary>Rows of cells.</summary>
    public int Rows => _nodes.GetLength(0) - 1;

    /// <summary>Columns of cells.</summary>
    public int Columns => _nodes.GetLength(1) - 1;

    /// <summary>The mesh of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="place">From the page to the evened picture.</param>
    /// <param name="even">The evened picture.</param>
    public static FieldMesh Of(FormField field, Homography place, GrayImage even)
    {
        var nodes = new PicturePoint[field.Rows + 1, field.Columns + 1];
        for (int row = 0; row <= field.Rows; row++)
        {
            for (int column = 0; column <= field.Columns; column++)
            {
                nodes[row, column] = place.Apply(Node(field, row, column));
            }
        }

        if (!field.Lined)
        {
            return new FieldMesh(nodes);
        }

        var probe = new LineProbe(even);
        PicturePoint[,] moved = (PicturePoint[,])nodes.Clone();
        double cellHeight = nodes[0, 0].DistanceTo(nodes[field.Rows, 0]) / field.Rows;
        double cellWidth = nodes[0, 0].DistanceTo(nodes[0, field.Columns]) / field.Columns;
        Shift[] across = [.. Enumerable.Range(0, field.Rows + 1).Select(row => Shift.Of(probe, nodes[row, 0], nodes[row, field.Columns], field.Columns, cellHeight))];
        Shift[] down = [.. Enumerable.Range(0, field.Columns + 1).Select(column => Shift.Of(probe, nodes[0, column], nodes[field.Rows, column], field.Rows, cellWidth))];
        Shift.FillIn(across);
        Shift.FillIn(down);
        for (int row = 0; row <= field.Rows; row++)
        {
            for (int column = 0; column <= field.Columns; column++)
            {
                PicturePoint here = nodes[row, column];
                (double x1, double y1) = across[row].At((double)column / field.Columns);
                (double x2, double y2) = down[column].At((double)row / field.Rows);
                moved[row, column] = new PicturePoint(here.X + x1 + x2, here.Y + y1 + y2);
            }
        }

        return new FieldMesh(moved);
    }

    /// <summary>The same mesh in other coordinates.</summary>
    public FieldMesh Moved(Homography to)
    {
        var moved = new PicturePoint[Rows + 1, Columns + 1];
        for (int row = 0; row <= Rows; row++)
        {
            for (int column = 0; column <= Columns; column++)
            {
                moved[row, column] = to.Apply(_nodes[row, column]);
            }
        }

        return new FieldMesh(moved);
    }

    /// <summary>The mesh of one cell alone.</summary>
    public FieldMesh Cell(int row, int column) => new(new[,]
    {
        { _nodes[row, column], _nodes[row, column + 1] },
        { _nodes[row + 1, column], _nodes[row + 1, column + 1] },
    });

    /// <summary>A place of the picture: u cells from the left and v from the top; beyond the border it goes on as inside.</summary>
    public PicturePoint At(double u, double v)
    {
        int column = Math.Clamp((int)Math.Floor(u), 0, Columns - 1);
        int row = Math.Clamp((int)Math.Floor(v), 0, Rows - 1);
        PicturePoint above = _nodes[row, column].Towards(_nodes[row, column + 1], u - column);
        PicturePoint below = _nodes[row + 1, column].Towards(_nodes[row + 1, column + 1], u - column);
        return above.Towards(below, v - row);
    }

    /// <summary>The quadrilateral around all cells.</summary>
    public Quadrilateral Border => new(_nodes[0, 0], _nodes[0, Columns], _nodes[Rows, Columns], _nodes[Rows, 0]);

    /// <summary>Its lines, each through all corners of cells on it.</summary>
    public IReadOnlyList<IReadOnlyList<PicturePoint>> Lines() =>
    [
        .. Enumerable.Range(0, Rows + 1).Select(row => (IReadOnlyList<PicturePoint>)[.. Enumerable.Range(0, Columns + 1).Select(column => _nodes[row, column])]),
        .. Enumerable.Range(0, Columns + 1).Select(column => (IReadOnlyList<PicturePoint>)[.. Enumerable.Range(0, Rows + 1).Select(row => _nodes[row, column])]),
    ];

    private static PicturePoint Node(FormField field, int row, int column) =>
        new(field.Box.X + (field.Box.Width * column / field.Columns), field.Box.Y + (field.Box.Height * row / field.Rows));

    // How far a line is off from where it was expected, along itself: a parabola, as paper bends.
    private sealed class Shift
    {
        private double _nx;
        private double _ny;
        private double[]? _curve;

        public static Shift Of(LineProbe probe, PicturePoint from, PicturePoint to, int cells, double cellSize)
        {
            double length = Math.Max(1e-9, from.DistanceTo(to));
            var shift = new Shift { _nx = (from.Y - to.Y) / length, _ny = (to.X - from.X) / length };
            double reach = Math.Max(LeastReach, Reach * cellSize);
            int places = Math.Max(LeastPlaces, ToCell * cells);
            List<(double At, double Off)> seen = [];
            for (int i = 0; i < places; i++)
            {
                double at = (i + 0.5) / places;
                if (probe.Find(from.Towards(to, at), shift._nx, shift._ny, reach) is { } off)
                {
                    seen.Add((at, off));
                }
            }

            shift._curve = seen.Count >= Math.Max(3, LeastSeen * places) ? Parabola.Through(seen) : null;
            return shift;
        }

        // A line that was not seen goes with its neighbours.
        public static void FillIn(Shift[] shifts)
        {
            for (int i = 0; i < shifts.Length; i++)
            {
                if (shifts[i]._curve is null)
                {
                    Shift? before = shifts[..i].LastOrDefault(shift => shift._curve is not null);
                    Shift? after = shifts[(i + 1)..].FirstOrDefault(shift => shift._curve is not null);
                    double[][] near = [.. new[] { before?._curve, after?._curve }.OfType<double[]>()];
                    shifts[i]._curve = near.Length == 0 ? [0, 0, 0] : [.. Enumerable.Range(0, 3).Select(k => near.Average(curve => curve[k]))];
                }
            }
        }

        public (double X, double Y) At(double along)
        {
            double off = _curve![0] + (_curve[1] * along) + (_curve[2] * along * along);
            return (off * _nx, off * _ny);
        }
    }
}
