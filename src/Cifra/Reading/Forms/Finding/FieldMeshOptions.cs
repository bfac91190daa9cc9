namespace Cifra.Reading.Forms.Finding;

/// <summary>The hand-set numbers of <see cref="FieldMesh"/>.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record FieldMeshOptions
{
    /// <summary>The values used everywhere.</summary>
    public static FieldMeshOptions Default { get; } = new();

    /// <summary>Distance from its expected place within which a line is searched for, as a part of a cell's side across the line.</summary>
    public double Reach { get; init; } = 0.16;

    /// <summary>Least such distance, in pixels.</summary>
    public double LeastReach { get; init; } = 3;

    /// <summary>Share of its samples at which a line must be seen for it to be moved there.</summary>
    public double LeastSeen { get; init; } = 0.45;

    /// <summary>Number of samples at which a line must be seen; a parabola takes three.</summary>
    public int LeastSightings { get; init; } = 3;

    /// <summary>Samples of a line per cell along it.</summary>
    public int SamplesPerCell { get; init; } = 2;

    /// <summary>Least number of samples of a line.</summary>
    public int LeastSamples { get; init; } = 8;
}
