namespace Cifra.Imaging.Geometry;

/// <summary>A map between two pictures that keeps straight lines straight: what a camera does to a flat page.</summary>
/// <remarks>
/// (x, y) maps to ((ax + by + c) / w, (dx + ey + f) / w) with w = gx + hy + i. The map between two quadrilaterals goes through the unit square in closed form:
/// Heckbert 1989, "Fundamentals of Texture Mapping and Image Warping", section 2.2.3.
/// </remarks>
internal sealed class Homography
{
    private readonly double[] _m;

    private Homography(params double[] values) => _m = values;

    /// <summary>Maps every point to itself.</summary>
    public static Homography Identity { get; } = Affine(1, 0, 0, 0, 1, 0);

    /// <summary>(x, y) maps to (ax + by + c, dx + ey + f).</summary>
    public static Homography Affine(double a, double b, double c, double d, double e, double f) => new(a, b, c, d, e, f, 0, 0, 1);

    /// <summary>Scales both axes; the picture's top left corner stays.</summary>
    public static Homography Scale(double x, double y) => Affine(x, 0, 0, 0, y, 0);

    /// <summary>The map with these nine coefficients a to i.</summary>
    public static Homography Of(ReadOnlySpan<double> values) => new(values.ToArray());

    /// <summary>Maps the four corners of one quadrilateral to those of another.</summary>
    /// <exception cref="ArgumentException">Three corners lie on a line.</exception>
    public static Homography Between(Quadrilateral from, Quadrilateral to) => OfUnitSquare(from).Inverse().Then(OfUnitSquare(to));

    /// <summary>Maps a point.</summary>
    public PicturePoint Apply(PicturePoint p)
    {
        double w = (_m[6] * p.X) + (_m[7] * p.Y) + _m[8];
        return new PicturePoint(((_m[0] * p.X) + (_m[1] * p.Y) + _m[2]) / w, ((_m[3] * p.X) + (_m[4] * p.Y) + _m[5]) / w);
    }

    /// <summary>Maps a box.</summary>
    public Quadrilateral Apply(PixelBox box) => Apply(Quadrilateral.Of(box));

    /// <summary>Maps a quadrilateral.</summary>
    public Quadrilateral Apply(Quadrilateral q) => new(Apply(q.TopLeft), Apply(q.TopRight), Apply(q.BottomRight), Apply(q.BottomLeft));

    /// <summary>The composition: this map, then the next.</summary>
    public Homography Then(Homography next)
    {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                for (int k = 0; k < 3; k++)
                {
                    product[(row * 3) + column] += next._m[(row * 3) + k] * _m[(k * 3) + column];
                }
            }
        }

        return new Homography(product);
    }

    /// <summary>The inverse map.</summary>
    /// <exception cref="ArgumentException">There is none: all points map to one line.</exception>
    public Homography Inverse()
    {
        double[] m = _m;
        double[] adjugate =
        [
            (m[4] * m[8]) - (m[5] * m[7]), (m[2] * m[7]) - (m[1] * m[8]), (m[1] * m[5]) - (m[2] * m[4]),
            (m[5] * m[6]) - (m[3] * m[8]), (m[0] * m[8]) - (m[2] * m[6]), (m[2] * m[3]) - (m[0] * m[5]),
            (m[3] * m[7]) - (m[4] * m[6]), (m[1] * m[6]) - (m[0] * m[7]), (m[0] * m[4]) - (m[1] * m[3]),
        ];
        double determinant = (m[0] * adjugate[0]) + (m[1] * adjugate[3]) + (m[2] * adjugate[6]);
        if (Math.Abs(determinant) < 1e-12)
        {
            throw new ArgumentException("The map has no inverse: all points map to one line.");
        }

        return new Homography([.. adjugate.Select(value => value / determinant)]);
    }

    /// <summary>The local scale: the square root of the area that one pixel at a point covers in the other picture.</summary>
    public double ScaleAt(PicturePoint p)
    {
        double w = (_m[6] * p.X) + (_m[7] * p.Y) + _m[8];
        PicturePoint q = Apply(p);
        double ux = (_m[0] - (_m[6] * q.X)) / w;
        double uy = (_m[1] - (_m[7] * q.X)) / w;
        double vx = (_m[3] - (_m[6] * q.Y)) / w;
        double vy = (_m[4] - (_m[7] * q.Y)) / w;
        return Math.Sqrt(Math.Abs((ux * vy) - (uy * vx)));
    }

    // Maps (0, 0), (1, 0), (1, 1), (0, 1) to the corners in their order.
    private static Homography OfUnitSquare(Quadrilateral q)
    {
        double dx1 = q.TopRight.X - q.BottomRight.X;
        double dx2 = q.BottomLeft.X - q.BottomRight.X;
        double dy1 = q.TopRight.Y - q.BottomRight.Y;
        double dy2 = q.BottomLeft.Y - q.BottomRight.Y;
        double sumX = q.TopLeft.X - q.TopRight.X + q.BottomRight.X - q.BottomLeft.X;
        double sumY = q.TopLeft.Y - q.TopRight.Y + q.BottomRight.Y - q.BottomLeft.Y;
        double determinant = (dx1 * dy2) - (dx2 * dy1);
        if (Math.Abs(determinant) < 1e-9)
        {
            throw new ArgumentException("Three corners lie on a line.");
        }

        double g = ((sumX * dy2) - (dx2 * sumY)) / determinant;
        double h = ((dx1 * sumY) - (sumX * dy1)) / determinant;
        return new Homography(
            q.TopRight.X - q.TopLeft.X + (g * q.TopRight.X), q.BottomLeft.X - q.TopLeft.X + (h * q.BottomLeft.X), q.TopLeft.X,
            q.TopRight.Y - q.TopLeft.Y + (g * q.TopRight.Y), q.BottomLeft.Y - q.TopLeft.Y + (h * q.BottomLeft.Y), q.TopLeft.Y,
            g, h, 1);
    }
}
