namespace Cifra.Reading.Forms.Finding;

/// <summary>The hand-set numbers of <see cref="BoxMatching"/>.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record BoxMatchingOptions
{
    /// <summary>The values used everywhere.</summary>
    public static BoxMatchingOptions Default { get; } = new();

    /// <summary>Number of hypotheses that are followed at most: bounds the time that a page full of boxes takes.</summary>
    public int MostHypotheses { get; init; } = 6000;

    /// <summary>Number of rounds after which a hypothesis that covers the page is accepted although it still gains matches.</summary>
    public int MostRounds { get; init; } = 12;

    /// <summary>Factor by which the aspects of a form's box and a picture's box may differ at the start of a hypothesis.</summary>
    public double AspectTolerance { get; init; } = 1.7;

    /// <summary>Factor by which the size of a picture's box may differ from the size that the hypothesis predicts.</summary>
    public double SizeTolerance { get; init; } = 1.45;

    /// <summary>Largest distance between the predicted and the seen centre of a box, as a part of the predicted box's shorter side.</summary>
    public double CentreTolerance { get; init; } = 0.4;

    /// <summary>Radius around the first box within which boxes are matched in the first round, as a multiple of that box's longer side.</summary>
    public double FirstReach { get; init; } = 3;

    /// <summary>Factor by which that radius grows from round to round.</summary>
    public double ReachGrowth { get; init; } = 1.7;

    /// <summary>Part of the page's width or height from which one box alone determines the perspective; a smaller one determines an affine map only.</summary>
    public double WholePage { get; init; } = 0.6;

    /// <summary>Number of matched boxes from which a perspective map is fitted; fewer give an affine one.</summary>
    public int PerspectiveMatches { get; init; } = 4;

    /// <summary>Smallest diagonal of the page in the picture, as a part of the picture's diagonal.</summary>
    public double SmallestPage { get; init; } = 0.15;

    /// <summary>Largest diagonal of the page in the picture, as a part of the picture's diagonal.</summary>
    public double LargestPage { get; init; } = 2.2;

    /// <summary>Share of the borders of all boxes at which a hypothesis is taken and the search ends.</summary>
    public double EnoughShare { get; init; } = 0.95;

    /// <summary>Smallest angle of the page's corners in the picture, in degrees; below it the map is degenerate.</summary>
    public double LeastCornerDegrees { get; init; } = 20;
}
