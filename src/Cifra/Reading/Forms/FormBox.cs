using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>A rectangle on a form's page, in the page's unit, from its upper left corner.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Down.</param>
/// <param name="Width">Above 0.</param>
/// <param name="Height">Above 0.</param>
public readonly record struct FormBox(double X, double Y, double Width, double Height)
{
    /// <summary>Where it ends on the right.</summary>
    public double Right => X + Width;

    /// <summary>Where it ends below.</summary>
    public double Bottom => Y + Height;

    internal Quadrilateral Corners => new(new(X, Y), new(Right, Y), new(Right, Bottom), new(X, Bottom));
}
