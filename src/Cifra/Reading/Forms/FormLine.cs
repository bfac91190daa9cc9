using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>A straight line that is printed on a form, in the page's unit.</summary>
/// <param name="X1">Where it starts.</param>
/// <param name="Y1">Where it starts.</param>
/// <param name="X2">Where it ends.</param>
/// <param name="Y2">Where it ends.</param>
public readonly record struct FormLine(double X1, double Y1, double X2, double Y2)
{
    internal PicturePoint From => new(X1, Y1);

    internal PicturePoint To => new(X2, Y2);

    internal double Length => From.DistanceTo(To);
}
