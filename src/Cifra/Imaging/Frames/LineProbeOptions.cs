namespace Cifra.Imaging.Frames;

/// <summary>The hand-set numbers of <see cref="LineProbe"/>. Distances are in pixels.</summary>
/// <remarks>Set by hand on the project's drawn forms and on sudoku-photos-dev (docs/forms.md). Which run decided on which number is not recorded.</remarks>
internal sealed record LineProbeOptions
{
    /// <summary>The numbers that every reader uses.</summary>
    public static LineProbeOptions Default { get; } = new();

    /// <summary>Number of steps across the line for each pixel.</summary>
    public int StepsPerPixel { get; init; } = 2;

    /// <summary>Number of samples along the line that are averaged at each step.</summary>
    public int AlongSamples { get; init; } = 7;

    /// <summary>Distance of these samples.</summary>
    public double AlongStep { get; init; } = 2;

    /// <summary>Distance from a thin line's middle at which the paper beside it is sampled.</summary>
    public int ThinReach { get; init; } = 3;

    /// <summary>The same for a thick line.</summary>
    public int ThickReach { get; init; } = 6;

    /// <summary>Least difference in levels between a line and the paper on both sides.</summary>
    public double MinContrast { get; init; } = 9;

    /// <summary>Levels of contrast that outweigh one pixel of distance from the expected position.</summary>
    public double DistanceCost { get; init; } = 0.5;

    /// <summary>Number of times that the middle is computed anew around the last one.</summary>
    public int Rounds { get; init; } = 3;
}
