using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Rules;

/// <summary>A straight line of ink.</summary>
/// <param name="From">Its left or upper end, in the middle of its thickness.</param>
/// <param name="To">Its right or lower end.</param>
/// <param name="Thickness">In pixels.</param>
/// <param name="IsUpright">Whether it is upright rather than level.</param>
internal sealed record Rule(PicturePoint From, PicturePoint To, double Thickness, bool IsUpright)
{
    /// <summary>Distance of its ends.</summary>
    public double Length => From.DistanceTo(To);

    /// <summary>Its start and end along its direction: columns, or rows if it is upright.</summary>
    public (double Start, double End) Along => IsUpright ? (From.Y, To.Y) : (From.X, To.X);

    /// <summary>Rows down for each column to the right; columns to the right for each row down if it is upright.</summary>
    public double Slope => IsUpright ? (To.X - From.X) / (To.Y - From.Y) : (To.Y - From.Y) / (To.X - From.X);

    /// <summary>The row of its middle at a column; the column at a row if it is upright.</summary>
    public double Across(double along) => (IsUpright ? From.X : From.Y) + (Slope * (along - Along.Start));

    /// <summary>Whether a point lies on it or is at most <paramref name="tolerance"/> pixels away.</summary>
    public bool Touches(PicturePoint place, double tolerance)
    {
        (double along, double across) = IsUpright ? (place.Y, place.X) : (place.X, place.Y);
        return along >= Along.Start - tolerance && along <= Along.End + tolerance && Math.Abs(across - Across(along)) <= tolerance + (Thickness / 2);
    }

    /// <summary>The same line with rows and columns exchanged.</summary>
    public Rule Transposed() => new(new(From.Y, From.X), new(To.Y, To.X), Thickness, !IsUpright);
}
