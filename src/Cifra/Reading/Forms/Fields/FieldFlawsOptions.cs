namespace Cifra.Reading.Forms.Fields;

/// <summary>The hand-set numbers of <see cref="FieldFlaws"/>.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record FieldFlawsOptions
{
    /// <summary>The values used everywhere.</summary>
    public static FieldFlawsOptions Default { get; } = new();

    /// <summary>
    /// Level of the paper, 0..255, below which a field is too dark. The steps from picture to ink treat darker paper as if it were a little darker than
    /// this: what is reported here is still read.
    /// </summary>
    public int DarkestPaper { get; init; } = 50;

    /// <summary>Share of the paper's light that ink must absorb; fainter ink is too light.</summary>
    public double LeastAbsorption { get; init; } = 0.16;

    /// <summary>Quantile of the rises in a digit's ink that stands for its steepest edges.</summary>
    public double SteepRises { get; init; } = 0.9;

    /// <summary>
    /// Width of the steepest edges, as a part of a cell's shorter side, above which a field is out of focus; a sharp edge is two or three pixels wide.
    /// </summary>
    public double WidestEdge { get; init; } = 0.066;

    /// <summary>The same in pixels: the least width that is called out of focus.</summary>
    public double LeastWidestEdge { get; init; } = 4.2;

    /// <summary>Length from which a line strikes a field through, as a part of the width of its ink.</summary>
    public double StrikeOfInk { get; init; } = 0.75;

    /// <summary>The same in cell heights: a shorter line is a digit's own stroke.</summary>
    public double StrikeOfCell { get; init; } = 1.1;

    /// <summary>Distance of that line from top and bottom of the ink, as a part of the ink's height.</summary>
    public double StrikeFromEdge { get; init; } = 0.22;

    /// <summary>Largest slope of that line.</summary>
    public double StrikeSlope { get; init; } = 0.35;
}
