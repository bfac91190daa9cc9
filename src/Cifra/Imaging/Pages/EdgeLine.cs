using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Pages;

/// <summary>A straight line along which a picture changes from dark to bright.</summary>
/// <param name="Angle">Direction of its normal, which points to the bright side: radians, 0 to the right, clockwise as rows go down.</param>
/// <param name="Offset">Distance from the picture's top left corner along the normal, in pixels.</param>
/// <param name="Votes">Sum of the gradients that voted for it, in levels a pixel.</param>
internal sealed record EdgeLine(double Angle, double Offset, int Votes)
{
    /// <summary>The line through two points. Its normal points to the right of the way from the first to the second.</summary>
    public static EdgeLine Through(PicturePoint from, PicturePoint to)
    {
        double angle = Math.Atan2(to.X - from.X, from.Y - to.Y);
        return new EdgeLine(angle, (from.X * Math.Cos(angle)) + (from.Y * Math.Sin(angle)), 0);
    }

    /// <summary>The intersection of two lines; null if they are (almost) parallel.</summary>
    public PicturePoint? Meet(EdgeLine other)
    {
        double determinant = Math.Sin(other.Angle - Angle);
        if (Math.Abs(determinant) < 1e-6)
        {
            return null;
        }

        double x = ((Offset * Math.Sin(other.Angle)) - (other.Offset * Math.Sin(Angle))) / determinant;
        double y = ((other.Offset * Math.Cos(Angle)) - (Offset * Math.Cos(other.Angle))) / determinant;
        return new PicturePoint(x, y);
    }
}
