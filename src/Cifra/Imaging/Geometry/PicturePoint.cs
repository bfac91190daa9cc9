namespace Cifra.Imaging.Geometry;

/// <summary>A place in a picture, in pixels: the first pixel reaches from 0 to 1 both ways, its middle is (½, ½).</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Down.</param>
public readonly record struct PicturePoint(double X, double Y)
{
    /// <summary>How far it is to another place.</summary>
    public double DistanceTo(PicturePoint other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));

    /// <summary>The place a part of the way to another: 0 here, 1 there.</summary>
    public PicturePoint Towards(PicturePoint other, double part) => new(X + (part * (other.X - X)), Y + (part * (other.Y - Y)));
}
