using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Pages;

/// <summary>A straight line along which a picture changes from dark to bright.</summary>
/// <param name="Angle">Where its normal points, to the bright side: radians from right, clockwise as rows go down.</param>
/// <param name="Offset">How far along that direction it lies from the picture's corner, in pixels.</param>
/// <param name="Votes">How strongly the pixels along it speak for it.</param>
internal sealed record EdgeLine(double Angle, double Offset, int Votes)
{
    /// <summary>The line through two places, its normal to the right of the way from the first to the second as one looks along it.</summary>
    public static EdgeLine Through(PicturePoint from, PicturePoint to)
    {
        double angle = Math.Atan2(to.X - from.X, from.Y - to.Y);
        return new EdgeLine(angle, (from.X * Math.Cos(angle)) + (from.Y * Math.Sin(angle)), 0);
    }

    /// <summary>Where two lines meet, or null where they are as good as parallel.</summary>
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
