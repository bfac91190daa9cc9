namespace Cifra.Imaging.Rules;

/// <summary>The hand-set numbers of <see cref="RuleFinder"/> and <see cref="RuleTracker"/>.</summary>
/// <remarks>
/// Set by hand on the project's drawn forms and on orand-car-a-dev and photo-numbers-dev (docs/decisions/0013). Which run decided on which number is not
/// recorded.
/// </remarks>
internal sealed record RuleFinderOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static RuleFinderOptions Default { get; } = new();

    /// <summary>Greatest slope of a line, in rows a column: 4.6°.</summary>
    public double MaxSlope { get; init; } = 0.08;

    /// <summary>Number of steps between slope 0 and the greatest one that are tried.</summary>
    public int SlopeSteps { get; init; } = 50;

    /// <summary>Greatest thickness of a line in a small picture, in pixels.</summary>
    public int MaxThicknessInSmall { get; init; } = 5;

    /// <summary>Greatest thickness of a line in a large picture, as a part of its longer side.</summary>
    public double MaxThickness { get; init; } = 1 / 160.0;

    /// <summary>Least length of a line, in greatest thicknesses.</summary>
    public int MinAspect { get; init; } = 3;

    /// <summary>Number of the most promising lines that are followed in each direction. Bounds the time that a picture of cloth takes.</summary>
    public int MaxFollowed { get; init; } = 400;

    /// <summary>Greatest distance of a line's middle from where it is expected, in pixels.</summary>
    public double Tolerance { get; init; } = 1.6;

    /// <summary>The part of that distance by which the expectation is corrected at each column, so that it follows a bent line.</summary>
    public double Following { get; init; } = 0.1;

    /// <summary>Longest gap in a line in pixels; in large pictures it is half of the least length instead, if that is more.</summary>
    public int MinLongestGap { get; init; } = 4;

    /// <summary>Least share of a line's columns in which it is visible; columns where a stroke crosses it are not counted.</summary>
    public double MinVisible { get; init; } = 0.75;

    /// <summary>Greatest share of a line's columns in which strokes cross it.</summary>
    public double MaxCrossed { get; init; } = 0.6;

    /// <summary>
    /// Greatest root mean square distance of a line's middles from where they are expected, in pixels. The feet of digits side by side are further off.
    /// </summary>
    public double MaxUnevenness { get; init; } = 0.55;
}
