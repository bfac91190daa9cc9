namespace Cifra.Imaging.Geometry;

/// <summary>A point in a picture, in pixels. The first pixel covers 0 to 1 both ways; its centre is (½, ½).</summary>
/// <param name="X">Distance from the left edge.</param>
/// <param name="Y">Distance from the top edge.</param>
public readonly record struct PicturePoint(double X, double Y)
{
    /// <summary>The distance to another point.</summary>
    public double DistanceTo(PicturePoint other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));

    /// <summary>A point on the line to another: <paramref name="part"/> 0 is this point, 1 the other.</summary>
    public PicturePoint Towards(PicturePoint other, double part) => new(X + (part * (other.X - X)), Y + (part * (other.Y - Y)));
}
