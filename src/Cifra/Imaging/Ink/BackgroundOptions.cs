namespace Cifra.Imaging.Ink;

/// <summary>The hand-set numbers of <see cref="Background"/>.</summary>
/// <remarks>
/// Set by hand on the project's drawn samples and development pictures (docs/decisions/0013); the source of the single numbers is not recorded.
/// </remarks>
internal sealed record BackgroundOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static BackgroundOptions Default { get; } = new();

    /// <summary>Longer side, in pixels, of the small picture in which the light is estimated. Light varies slowly, and shrinking averages noise.</summary>
    public int WorkingSide { get; init; } = 400;

    /// <summary>Width of the widest stroke as a part of the picture's shorter side: a bold digit that fills its picture.</summary>
    public double MaxStroke { get; init; } = 1 / 3.0;

    /// <summary>Least radius of the closing that removes strokes, in pixels of the small picture.</summary>
    public int MinRadius { get; init; } = 3;

    /// <summary>
    /// Shorter side, in pixels, from which a median filter removes grain first. In smaller pictures it could fill the gaps between strokes with ink.
    /// </summary>
    public int MinSideForMedian { get; init; } = 50;
}
