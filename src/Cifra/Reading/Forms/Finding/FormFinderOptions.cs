namespace Cifra.Reading.Forms.Finding;

/// <summary>The hand-set numbers of <see cref="FormFinder"/>. A fit is <see cref="FormPlace.Found"/>, a share 0..1.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record FormFinderOptions
{
    /// <summary>The values used everywhere.</summary>
    public static FormFinderOptions Default { get; } = new();

    /// <summary>Fit from which the search ends at once.</summary>
    public double SureFit { get; init; } = 0.97;

    /// <summary>Fit from which no other anchor is tried.</summary>
    public double GoodFit { get; init; } = 0.85;

    /// <summary>Fit below which a grid is nowhere near its place, so that shifting it by a cell is not tried.</summary>
    public double LeastFitToShift { get; init; } = 0.3;

    /// <summary>Number of hypotheses of each anchor that are aligned with the printed lines.</summary>
    public int MostAligned { get; init; } = 4;

    /// <summary>Number of hypotheses by boxes that are judged coarsely.</summary>
    public int MostJudged { get; init; } = 60;

    /// <summary>Step of the coarse judgement: every 8th sample of the printed lines.</summary>
    public int CoarseStep { get; init; } = 8;
}
