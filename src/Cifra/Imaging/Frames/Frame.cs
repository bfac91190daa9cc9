using Cifra.Imaging.Geometry;

namespace Cifra.Imaging.Frames;

/// <summary>A quadrilateral that lines make in a picture.</summary>
/// <param name="Corners">Its corners.</param>
/// <param name="IsCell">Whether it is the paper inside a closed line; else the outline of ink that hangs together.</param>
internal sealed record Frame(Quadrilateral Corners, bool IsCell)
{
    /// <summary>Its middle.</summary>
    public PicturePoint Middle { get; } = new(Corners.Corners.Average(p => p.X), Corners.Corners.Average(p => p.Y));

    /// <summary>The square root of its area.</summary>
    public double Size { get; } = Math.Sqrt(Math.Max(0, Corners.Area));

    /// <summary>How many times as wide as high it is.</summary>
    public double Aspect { get; } = Corners.Width / Math.Max(1e-9, Corners.Height);
}
