namespace Cifra.Reading.Forms.Templates;

/// <summary>The hand-set numbers of <see cref="TemplateLearner"/>.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record TemplateLearnerOptions
{
    /// <summary>The values used everywhere.</summary>
    public static TemplateLearnerOptions Default { get; } = new();

    /// <summary>
    /// Longer side, in pixels, to which larger pictures are reduced; more than readers take, because a template is made once and its lines are thin.
    /// </summary>
    public int WorkingSide { get; init; } = 2000;

    /// <summary>Slope of the form in degrees above which it is turned upright.</summary>
    public double LeastTurn { get; init; } = 0.05;

    /// <summary>Distance of a mark from its corner of the page at most, as a part of the page's shorter side.</summary>
    public double MarkReach { get; init; } = 0.3;

    /// <summary>Factor by which the sizes of the four marks may differ; less than in a reader's photos, because the page has been rectified.</summary>
    public double MarkSizeTolerance { get; init; } = 1.35;
}
