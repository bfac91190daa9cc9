using Cifra.Imaging;
using Cifra.Imaging.Frames;
using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms.Finding;

/// <summary>Where the corners of a field's cells lie in a picture.</summary>
/// <remarks>
/// The page's place predicts them. Each line of the field is then searched for near its prediction and may bend, because paper is never quite flat.
/// </remarks>
internal sealed class FieldMesh
{
    private static readonly FieldMeshOptions Options = FieldMeshOptions.Default;

    private readonly PicturePoint[,] _nodes;

    private FieldMesh(PicturePoint[,] nodes) => _nodes = nodes;

    /// <summary>Rows of cells.</summary>
    public int Rows => _nodes.GetLength(0) - 1;

    /// <summary>Columns of cells.</summary>
    public int Columns => _nodes.GetLength(1) - 1;

    /// <summary>The mesh of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="place">Map from the page to the picture.</param>
    /// <param name="even">The picture of even light, ink dark; only looked at if the field is lined.</param>
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
        Shift[] across =
        [
            .. Enumerable.Range(0, field.Rows + 1).Select(row => Shift.Of(probe, nodes[row, 0], nodes[row, field.Columns], field.Columns, cellHeight)),
        ];
        Shift[] down =
        [
            .. Enumerable.Range(0, field.Columns + 1).Select(column => Shift.Of(probe, nodes[0, column], nodes[field.Rows, column], field.Rows, cellWidth)),
        ];
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

    /// <summary>The same mesh in the coordinates of another picture.</summary>
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

    /// <summary>The mesh of one cell, as a field of one row and one column.</summary>
    public FieldMesh Cell(int row, int column) => new(new[,]
    {
        { _nodes[row, column], _nodes[row, column + 1] },
        { _nodes[row + 1, column], _nodes[row + 1, column + 1] },
    });

    /// <summary>
    /// The place in the picture that is u cells from the left and v cells from the top; beyond the border the outermost cells are continued.
    /// </summary>
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

    /// <summary>The field's lines, rows before columns, each as the chain of the cell corners on it.</summary>
    public IReadOnlyList<IReadOnlyList<PicturePoint>> Lines() =>
    [
        .. Enumerable.Range(0, Rows + 1).Select(row => Chain(Columns + 1, column => _nodes[row, column])),
        .. Enumerable.Range(0, Columns + 1).Select(column => Chain(Rows + 1, row => _nodes[row, column])),
    ];

    private static IReadOnlyList<PicturePoint> Chain(int count, Func<int, PicturePoint> node) => [.. Enumerable.Range(0, count).Select(node)];

    private static PicturePoint Node(FormField field, int row, int column) =>
        new(field.Box.X + (field.Box.Width * column / field.Columns), field.Box.Y + (field.Box.Height * row / field.Rows));

    // The distance of a line from its prediction: a parabola along the line.
    private sealed class Shift
    {
        private double _nx;
        private double _ny;
        private double[]? _curve;

        public static Shift Of(LineProbe probe, PicturePoint from, PicturePoint to, int cells, double cellSize)
        {
            double length = Math.Max(1e-9, from.DistanceTo(to));
            var shift = new Shift { _nx = (from.Y - to.Y) / length, _ny = (to.X - from.X) / length };
            double reach = Math.Max(Options.LeastReach, Options.Reach * cellSize);
            int samples = Math.Max(Options.LeastSamples, Options.SamplesPerCell * cells);
            List<(double At, double Off)> seen = [];
            for (int i = 0; i < samples; i++)
            {
                double at = (i + 0.5) / samples;
                if (probe.Find(from.Towards(to, at), shift._nx, shift._ny, reach) is { } off)
                {
                    seen.Add((at, off));
                }
            }

            shift._curve = seen.Count >= Math.Max(Options.LeastSightings, Options.LeastSeen * samples) ? Parabola.Through(seen) : null;
            return shift;
        }

        // A line that was not seen takes the mean of its nearest neighbours that were.
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
