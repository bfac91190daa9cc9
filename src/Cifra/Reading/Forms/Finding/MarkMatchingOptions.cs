using Cifra.Imaging.Ink;

namespace Cifra.Reading.Forms.Finding;

/// <summary>The hand-set numbers of <see cref="MarkMatching"/>.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record MarkMatchingOptions
{
    /// <summary>The values used everywhere.</summary>
    public static MarkMatchingOptions Default { get; } = new();

    /// <summary>A pixel is a mark's if its level in the picture of even light is below this: six tenths of the paper's.</summary>
    public int InkLevel { get; init; } = EvenLight.Paper * 6 / 10;

    /// <summary>Factor by which the sides of a mark's box may differ.</summary>
    public double MostAspect { get; init; } = 1.8;

    /// <summary>Share of a mark's box that its ink covers at least; a disc covers 0.785 of it, a square turned by 45 degrees 0.5.</summary>
    public double LeastFilled { get; init; } = 0.68;

    /// <summary>Shortest side of a mark's box, in pixels.</summary>
    public int ShortestSide { get; init; } = 6;

    /// <summary>Longest side of a mark's box, as a part of the picture's longer side.</summary>
    public double LongestSide { get; init; } = 0.08;

    /// <summary>Number of solid shapes that are tried as marks, the largest ones: four of 14 can be chosen in 24,024 ways.</summary>
    public int MostShapes { get; init; } = 14;

    /// <summary>Factor by which the sizes of the four marks in a picture may differ: perspective makes the nearer ones larger.</summary>
    public double MarkSizeTolerance { get; init; } = 1.9;

    /// <summary>Factor by which the ratio of mark to page, and the page's aspect, may differ from the template's.</summary>
    public double PageTolerance { get; init; } = 1.7;

    /// <summary>Smallest angle of the quadrilateral of four marks, in degrees.</summary>
    public double LeastCornerDegrees { get; init; } = 40;
}
