using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Plates;

/// <summary>A row of shapes that may be a plate's characters.</summary>
/// <param name="Corners">Its corners in the picture: the upper side runs along the tops of the characters, the lower one along their feet.</param>
/// <param name="Bright">Whether the characters are brighter than their background.</param>
/// <param name="Count">Number of its shapes; 0 if it was assumed rather than found.</param>
internal sealed record PlateRow(Quadrilateral Corners, bool Bright, int Count)
{
    /// <summary>Height of the characters: the mean of the left and the right side, in pixels.</summary>
    public double Height => (Corners.TopLeft.DistanceTo(Corners.BottomLeft) + Corners.TopRight.DistanceTo(Corners.BottomRight)) / 2;

    /// <summary>Length of the row: the mean of the upper and the lower side, in pixels.</summary>
    public double Width => (Corners.TopLeft.DistanceTo(Corners.TopRight) + Corners.BottomLeft.DistanceTo(Corners.BottomRight)) / 2;

    /// <summary>The mean of its corners.</summary>
    public PicturePoint Centre => Corners.TopLeft.Towards(Corners.BottomRight, 0.5).Towards(Corners.TopRight.Towards(Corners.BottomLeft, 0.5), 0.5);

    /// <summary>The part of the row between two positions along it, 0 at its beginning and 1 at its end. Positions beyond these extend it straight.</summary>
    public PlateRow Part(double from, double to) => this with
    {
        Corners = new Quadrilateral(
            Corners.TopLeft.Towards(Corners.TopRight, from), Corners.TopLeft.Towards(Corners.TopRight, to),
            Corners.BottomLeft.Towards(Corners.BottomRight, to), Corners.BottomLeft.Towards(Corners.BottomRight, from)),
    };

    /// <summary>The row extended at both ends, each by that many heights of a character.</summary>
    public PlateRow Longer(double heights)
    {
        double share = heights * Height / Math.Max(Width, 1e-3);
        return Part(-share, 1 + share);
    }

    /// <summary>The row with its upper and lower side moved down, and its upper side moved along the row, in heights of a character.</summary>
    /// <param name="top">How far the upper side moves down.</param>
    /// <param name="bottom">How far the lower side moves down.</param>
    /// <param name="slant">How far the upper side moves to the right.</param>
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
