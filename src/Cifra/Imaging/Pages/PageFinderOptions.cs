namespace Cifra.Imaging.Pages;

/// <summary>
/// The hand-set numbers of the search for a page: <see cref="PageFinder"/>, <see cref="EdgeLines"/>, <see cref="PageSides"/>, <see cref="PageFlattening"/>.
/// </summary>
/// <remarks>
/// Set by hand on the project's drawn scenes, photo-numbers-dev and photographed forms (docs/reading.md, docs/decisions/0013). Which run decided on which
/// number is not recorded.
/// </remarks>
internal sealed record PageFinderOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static PageFinderOptions Default { get; } = new();

    /// <summary>Longer side, in pixels, of the small picture that is searched.</summary>
    public int SearchSide { get; init; } = 320;

    /// <summary>Longer side, in pixels, of the picture in which the sides are fitted exactly.</summary>
    public int FitSide { get; init; } = 1280;

    /// <summary>Least shorter side, in pixels, of the picture that is searched. A narrower strip has no room for a page and its surroundings.</summary>
    public int MinSide { get; init; } = 40;

    /// <summary>Number of the strongest edges that are tried for each side.</summary>
    public int EdgesPerSide { get; init; } = 8;

    /// <summary>Least votes of an edge, for each pixel of a third of the picture's shorter side.</summary>
    public int MinVotes { get; init; } = 6;

    /// <summary>Least share of the picture's area that a page covers.</summary>
    public double MinArea { get; init; } = 0.15;

    /// <summary>
    /// Least share of each side along which the page is brighter inside. Up to half of a side may be covered by a finger, or by print up to the edge.
    /// </summary>
    public double MinSupport { get; init; } = 0.5;

    /// <summary>The same share, in the mean of the four sides.</summary>
    public double MinMeanSupport { get; init; } = 0.8;

    /// <summary>Least angle between two sides, in degrees. The greatest is 180 degrees less this.</summary>
    public double MinCorner { get; init; } = 50;

    /// <summary>Greatest ratio of opposite sides: a page seen from an angle.</summary>
    public double MaxForeshortening { get; init; } = 2;

    /// <summary>Distance from a side at which inside and outside are compared, in pixels of the picture that is searched: close to the side.</summary>
    public double Near { get; init; } = 2;

    /// <summary>The same, further off. A printed line fails here, because beyond it there is paper again.</summary>
    public double Far { get; init; } = 5;

    /// <summary>Greatest distance, in reaches of the fit, by which fitting may move a corner. If one moves further, the rough corners are kept.</summary>
    public double MaxCornerShift { get; init; } = 4;

    /// <summary>Greatest error of a gradient's direction, in degrees: a pixel votes for all lines within it.</summary>
    public int DirectionError { get; init; } = 3;

    /// <summary>Difference in degrees up to which two lines count as one.</summary>
    public int SameAngle { get; init; } = 6;

    /// <summary>Distance in pixels up to which two lines count as one.</summary>
    public int SameOffset { get; init; } = 6;

    /// <summary>Least gradient that votes, in levels a pixel.</summary>
    public int MinGradient { get; init; } = 4;

    /// <summary>
    /// Gradient above which votes no longer grow, in levels a pixel. A page's edge outvotes the table's grain, but a glaring spot does not outvote the page.
    /// </summary>
    public int MaxGradient { get; init; } = 24;

    /// <summary>Number of points that are examined along a side.</summary>
    public int Samples { get; init; } = 48;

    /// <summary>Part of a side at either end that is not examined: corners of real pages are rounded or folded.</summary>
    public double CornerMargin { get; init; } = 0.04;

    /// <summary>Least difference in levels between a page and what it lies on.</summary>
    public double MinStep { get; init; } = 12;

    /// <summary>Distance in pixels from the fitted line beyond which a point of an edge is left out.</summary>
    public double Outlier { get; init; } = 2;

    /// <summary>Part of the page's size that is left out along each side: the edge is never quite straight.</summary>
    public double Hem { get; init; } = 0.004;
}
