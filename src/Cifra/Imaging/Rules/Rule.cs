using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Rules;

/// <summary>A straight line of ink.</summary>
/// <param name="From">Its left end, or its upper one; the middle of its thickness.</param>
/// <param name="To">Its right end, or its lower one.</param>
/// <param name="Thickness">In pixels.</param>
/// <param name="IsUpright">Whether it runs down rather than across.</param>
internal sealed record Rule(PicturePoint From, PicturePoint To, double Thickness, bool IsUpright)
{
    /// <summary>Distance of its ends.</summary>
    public double Length => From.DistanceTo(To);

    /// <summary>Where its start and end are along its direction: columns, or rows where it is upright.</summary>
    public (double Start, double End) Along => IsUpright ? (From.Y, To.Y) : (From.X, To.X);

    /// <summary>Columns it moves right a row, or rows it moves down a column: 0 where it is exactly upright or level.</summary>
    public double Slope => IsUpright ? (To.X - From.X) / (To.Y - From.Y) : (To.Y - From.Y) / (To.X - From.X);

    /// <summary>Its middle across its direction at a place along it.</summary>
    public double Across(double along) => (IsUpright ? From.X : From.Y) + (Slope * (along - Along.Start));

    /// <summary>Whether a place lies on it, or no further from it than that.</summary>
    public bool Touches(PicturePoint place, double tolerance)
    {
        (double along, double across) = IsUpright ? (place.Y, place.X) : (place.X, place.Y);
        return along >= Along.Start - tolerance && along <= Along.End + tolerance && Math.Abs(across - Across(along)) <= tolerance + (Thickness / 2);
    }

    /// <summary>The same line where rows and columns are exchanged.</summary>
    public Rule Transposed() => new(new(From.Y, From.X), new(To.Y, To.X), Thickness, !IsUpright);
}
