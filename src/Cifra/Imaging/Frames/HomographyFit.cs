using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Frames;

/// <summary>Fits a homography to many sightings of known points, by weighted least squares.</summary>
/// <remarks>
/// Of a point on a rule only the distance across the rule is known, not the position along it. A sighting therefore has a direction in which it counts; a whole
/// point is two sightings. After multiplication by w = gx + hy + 1 each is linear in the eight unknowns: the direct linear transformation (Hartley and
/// Zisserman, "Multiple View Geometry", section 4.1). Coordinates are normalized to about 1 first.
/// </remarks>
internal sealed class HomographyFit
{
    private const int Unknowns = 8;
    private const int AffineUnknowns = 6;

    private readonly double[,] _normal = new double[Unknowns, Unknowns];
    private readonly double[] _right = new double[Unknowns];
    private readonly PicturePoint _fromMiddle;
    private readonly double _fromSize;
    private readonly PicturePoint _toMiddle;
    private readonly double _toSize;

    /// <summary>A fit without sightings.</summary>
    /// <param name="from">A box around the points, roughly.</param>
    /// <param name="to">A box around their sightings, roughly.</param>
    public HomographyFit(Quadrilateral from, Quadrilateral to)
    {
        (_fromMiddle, _fromSize) = Extent(from);
        (_toMiddle, _toSize) = Extent(to);
    }

    /// <summary>Adds a sighting of a whole point.</summary>
    public void Add(PicturePoint place, PicturePoint seen, double weight = 1)
    {
        Add(place, seen, 1, 0, weight);
        Add(place, seen, 0, 1, weight);
    }

    /// <summary>Adds a sighting on a line: the one through <paramref name="seen"/> whose normal is (nx, ny), of length 1.</summary>
    public void Add(PicturePoint place, PicturePoint seen, double nx, double ny, double weight)
    {
        double x = (place.X - _fromMiddle.X) / _fromSize;
        double y = (place.Y - _fromMiddle.Y) / _fromSize;
        double along = ((nx * (seen.X - _toMiddle.X)) + (ny * (seen.Y - _toMiddle.Y))) / _toSize;
        Span<double> row = [nx * x, nx * y, nx, ny * x, ny * y, ny, -along * x, -along * y];
        for (int i = 0; i < Unknowns; i++)
        {
            for (int j = 0; j < Unknowns; j++)
            {
                _normal[i, j] += weight * row[i] * row[j];
            }

            _right[i] += weight * row[i] * along;
        }
    }

    /// <summary>The best homography; null if the sightings do not determine one.</summary>
    /// <param name="affine">Whether parallel lines stay parallel: for few points close together, from which perspective cannot be told from chance.</param>
    public Homography? Solve(bool affine = false)
    {
        int unknowns = affine ? AffineUnknowns : Unknowns;
        if (Eliminate(unknowns) is not { } h)
        {
            return null;
        }

        Span<double> unit = [h[0], h[1], h[2], h[3], h[4], h[5], affine ? 0 : h[6], affine ? 0 : h[7], 1];
        return Homography.Affine(1 / _fromSize, 0, -_fromMiddle.X / _fromSize, 0, 1 / _fromSize, -_fromMiddle.Y / _fromSize)
            .Then(Homography.Of(unit))
            .Then(Homography.Affine(_toSize, 0, _toMiddle.X, 0, _toSize, _toMiddle.Y));
    }

    private static (PicturePoint Middle, double Size) Extent(Quadrilateral area)
    {
        PicturePoint[] corners = area.Corners;
        var middle = new PicturePoint(corners.Average(p => p.X), corners.Average(p => p.Y));
        return (middle, Math.Max(1e-9, corners.Max(p => p.DistanceTo(middle))));
    }

    // Gaussian elimination with partial pivoting.
    private double[]? Eliminate(int unknowns)
    {
        double[,] a = new double[unknowns, unknowns + 1];
        for (int i = 0; i < unknowns; i++)
        {
            for (int j = 0; j < unknowns; j++)
            {
                a[i, j] = _normal[i, j];
            }

            a[i, unknowns] = _right[i];
        }

        for (int column = 0; column < unknowns; column++)
        {
            int pivot = column;
            for (int row = column + 1; row < unknowns; row++)
            {
                pivot = Math.Abs(a[row, column]) > Math.Abs(a[pivot, column]) ? row : pivot;
            }

            if (Math.Abs(a[pivot, column]) < 1e-12)
            {
                return null;
            }

            for (int j = column; j <= unknowns; j++)
            {
                (a[column, j], a[pivot, j]) = (a[pivot, j], a[column, j]);
            }

            for (int row = 0; row < unknowns; row++)
            {
                double share = row == column ? 0 : a[row, column] / a[column, column];
                for (int j = column; j <= unknowns && share != 0; j++)
                {
                    a[row, j] -= share * a[column, j];
                }
            }
        }

        double[] solution = new double[unknowns];
        for (int i = 0; i < unknowns; i++)
        {
            solution[i] = a[i, unknowns] / a[i, i];
        }

        return solution;
    }
}
