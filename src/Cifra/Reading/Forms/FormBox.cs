using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>A rectangle on a form's page, in the page's unit; the origin is the page's top left corner.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Above 0.</param>
/// <param name="Height">Above 0.</param>
public readonly record struct FormBox(double X, double Y, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => X + Width;

    /// <summary>Bottom edge.</summary>
    public double Bottom => Y + Height;

    internal Quadrilateral Corners => new(new(X, Y), new(Right, Y), new(Right, Bottom), new(X, Bottom));
}
