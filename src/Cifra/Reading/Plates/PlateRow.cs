using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Plates;

/// <summary>A row of what may be a plate's characters.</summary>
/// <param name="Corners">Its corners in the picture: the upper side is the top of the characters, the lower one their foot.</param>
/// <param name="Bright">Whether characters are brighter than what is behind them.</param>
/// <param name="Count">How many shapes like characters make it up.</param>
internal sealed record PlateRow(Quadrilateral Corners, bool Bright, int Count)
{
    /// <summary>Height of the characters.</summary>
    public double Height => (Corners.TopLeft.DistanceTo(Corners.BottomLeft) + Corners.TopRight.DistanceTo(Corners.BottomRight)) / 2;

    /// <summary>Length of the row.</summary>
    public double Width => (Corners.TopLeft.DistanceTo(Corners.TopRight) + Corners.BottomLeft.DistanceTo(Corners.BottomRight)) / 2;

    /// <summary>The place in its middle.</summary>
    public PicturePoint Centre => Corners.TopLeft.Towards(Corners.BottomRight, 0.5).Towards(Corners.TopRight.Towards(Corners.BottomLeft, 0.5), 0.5);

    /// <summary>The part of it between two places along it, 0 at its beginning and 1 at its end; what is beyond is gone on to in a straight line.</summary>
    public PlateRow Part(double from, double to) => this with
    {
        Corners = new Quadrilateral(
            Corners.TopLeft.Towards(Corners.TopRight, from), Corners.TopLeft.Towards(Corners.TopRight, to),
            Corners.BottomLeft.Towards(Corners.BottomRight, to), Corners.BottomLeft.Towards(Corners.BottomRight, from)),
    };

    /// <summary>The same reaching further at both ends, by so many heights of a character.</summary>
    public PlateRow Longer(double heights)
    {
        double share = heights * Height / Math.Max(Width, 1e-3);
        return Part(-share, 1 + share);
    }

    /// <summary>The same with top and foot moved down, and the top moved to the right of the foot, in heights of a character.</summary>
    public PlateRow Moved(double top, double bottom, double slant = 0)
    {
        double alongX = (Corners.TopRight.X - Corners.TopLeft.X) / Math.Max(Width, 1e-3) * slant * Height;
        double alongY = (Corners.TopRight.Y - Corners.TopLeft.Y) / Math.Max(Width, 1e-3) * slant * Height;
        return this with
        {
            Corners = new Quadrilateral(
                Aside(Corners.TopLeft.Towards(Corners.BottomLeft, top)), Aside(Corners.TopRight.Towards(Corners.BottomRight, top)),
                Corners.TopRight.Towards(Corners.BottomRight, 1 + bottom), Corners.TopLeft.Towards(Corners.BottomLeft, 1 + bottom)),
        };

        PicturePoint Aside(PicturePoint p) => new(p.X + alongX, p.Y + alongY);
    }
}
