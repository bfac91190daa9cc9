namespace Cifra.Imaging.Ink;

/// <summary>The hand-set numbers of <see cref="Skew"/>. Slopes are in rows a column.</summary>
/// <remarks>Set by hand on the project's drawn pages and photo-numbers-dev (docs/decisions/0013); the source of the single numbers is not recorded.</remarks>
internal sealed record SkewOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static SkewOptions Default { get; } = new();

    /// <summary>Greatest slope that is tried: 14°.</summary>
    public double MaxSlope { get; init; } = 0.25;

    /// <summary>Distance between two slopes that are tried: a fifth of a degree.</summary>
    public double Step { get; init; } = 0.004;

    /// <summary>Least number of shapes that tell a slope.</summary>
    public int MinShapes { get; init; } = 8;

    /// <summary>Least score of the best slope over the score of slope 0. Below it the page counts as level.</summary>
    public double MinGain { get; init; } = 1.3;

    /// <summary>Height of the rows into which the feet of shapes are counted, in heights of the writing.</summary>
    public double RowHeight { get; init; } = 0.25;

    /// <summary>Least length of all level rules together, in widths of the picture, from which they tell the slope.</summary>
    public double MinRules { get; init; } = 0.5;
}
