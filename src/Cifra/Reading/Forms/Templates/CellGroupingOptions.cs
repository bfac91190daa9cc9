namespace Cifra.Reading.Forms.Templates;

/// <summary>The hand-set numbers of <see cref="CellGrouping"/>.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record CellGroupingOptions
{
    /// <summary>The values used everywhere.</summary>
    public static CellGroupingOptions Default { get; } = new();

    /// <summary>Least side of a cell, as a part of the page's longer side.</summary>
    public double LeastSide { get; init; } = 0.008;

    /// <summary>Largest area of a cell, as a part of the page's.</summary>
    public double LargestArea { get; init; } = 0.5;

    /// <summary>Largest difference between the two ends of a cell's side, as a part of the cell's shorter side: more is no upright rectangle.</summary>
    public double Crooked { get; init; } = 0.12;

    /// <summary>The least such difference that is tolerated, in pixels.</summary>
    public double LeastCrooked { get; init; } = 3;

    /// <summary>
    /// Distance from the paper inside a cell to the middle of its printed line, in pixels: half the line, and one by which lines were thickened.
    /// </summary>
    public double ToLine { get; init; } = 2;

    /// <summary>Factor by which a cell's area must exceed another's inside it for the outer one to be dropped as their frame.</summary>
    public double FrameArea { get; init; } = 1.5;

    /// <summary>Largest difference of position between cells of one row or column, as a part of the smaller cell's shorter side.</summary>
    public double Alignment { get; init; } = 0.18;

    /// <summary>Largest gap or overlap between neighbouring cells, as a part of the smaller cell's shorter side.</summary>
    public double Gap { get; init; } = 0.2;

    /// <summary>The least such gap that is tolerated, in pixels.</summary>
    public double LeastGap { get; init; } = 6;

    /// <summary>Largest difference between a cell's width or height and the median of its group, as a part of that median.</summary>
    public double SizeDeviation { get; init; } = 0.27;

    /// <summary>Share of a group's rows times columns that must be seen as cells; the others are hidden by writing across their lines.</summary>
    public double LeastSeen { get; init; } = 0.6;

    /// <summary>Largest ratio of width to height of a cell for one digit; a wider one is for a number.</summary>
    public double WidestDigit { get; init; } = 1.5;

    /// <summary>Height of the bands by which fields are ordered from top to bottom, as a part of the page's height.</summary>
    public double OrderBand { get; init; } = 0.01;
}
