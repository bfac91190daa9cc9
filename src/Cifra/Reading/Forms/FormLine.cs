using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>A straight line printed on a form, in the page's unit.</summary>
/// <param name="X1">X of its start.</param>
/// <param name="Y1">Y of its start.</param>
/// <param name="X2">X of its end.</param>
/// <param name="Y2">Y of its end.</param>
public readonly record struct FormLine(double X1, double Y1, double X2, double Y2)
{
    internal PicturePoint From => new(X1, Y1);

    internal PicturePoint To => new(X2, Y2);

    internal double Length => From.DistanceTo(To);
}
