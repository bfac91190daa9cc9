using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Frames;

/// <summary>A quadrilateral formed by lines in a picture.</summary>
/// <param name="Corners">Its corners.</param>
/// <param name="IsCell">True for the paper inside a closed line, false for the outline of connected ink.</param>
internal sealed record Frame(Quadrilateral Corners, bool IsCell)
{
    /// <summary>The mean of its corners.</summary>
    public PicturePoint Middle { get; } = new(Corners.Corners.Average(p => p.X), Corners.Corners.Average(p => p.Y));

    /// <summary>The square root of its area.</summary>
    public double Size { get; } = Math.Sqrt(Math.Max(0, Corners.Area));

    /// <summary>Width over height.</summary>
    public double Aspect { get; } = Corners.Width / Math.Max(1e-9, Corners.Height);
}
