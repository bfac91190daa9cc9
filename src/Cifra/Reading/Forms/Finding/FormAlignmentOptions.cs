namespace Cifra.Reading.Forms.Finding;

/// <summary>The hand-set numbers of <see cref="FormAlignment"/>. Lengths are parts of the picture's longer side where nothing else is said.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record FormAlignmentOptions
{
    /// <summary>The values used everywhere.</summary>
    public static FormAlignmentOptions Default { get; } = new();

    /// <summary>Distance to both sides of its expected place within which a line is searched for, round by round.</summary>
    public IReadOnlyList<double> Reaches { get; init; } = [0.012, 0.007, 0.004, 0.003];

    /// <summary>Least such distance, in pixels.</summary>
    public double LeastReach { get; init; } = 3;

    /// <summary>Largest such distance as a part of the shortest side of a cell: further away the next line of the grid would be taken for this one.</summary>
    public double LargestReachOfCell { get; init; } = 0.4;

    /// <summary>Part of that distance beyond which a sighting loses weight: the threshold of Huber's loss.</summary>
    public double HuberShare { get; init; } = 0.25;

    /// <summary>Weight of the page's four corners staying where they are, beside the weight 1 of a sighting; keeps the fit determined.</summary>
    public double CornerWeight { get; init; } = 0.02;

    /// <summary>Distance from its expected place up to which a line counts as found.</summary>
    public double Tolerance { get; init; } = 0.0022;

    /// <summary>Least such distance, in pixels.</summary>
    public double LeastTolerance { get; init; } = 2;

    /// <summary>Smallest angle of the page's corners in the picture, in degrees; below it the map is degenerate.</summary>
    public double LeastCornerDegrees { get; init; } = 20;
}
