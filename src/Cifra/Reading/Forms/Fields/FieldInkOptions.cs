namespace Cifra.Reading.Forms.Fields;

/// <summary>The hand-set numbers of <see cref="FieldInk"/>. Lengths are parts of a cell's shorter side where nothing else is said.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record FieldInkOptions
{
    /// <summary>The values used everywhere.</summary>
    public static FieldInkOptions Default { get; } = new();

    /// <summary>Width of the widest stroke: what is wider is a shadow on the paper.</summary>
    public double WidestStroke { get; init; } = 0.28;

    /// <summary>Thickness of the thickest printed line.</summary>
    public double ThickestLine { get; init; } = 0.2;

    /// <summary>The same in pixels, for small cells.</summary>
    public int LeastThickestLine { get; init; } = 3;

    /// <summary>Distance from its expected place within which a printed line is searched for.</summary>
    public double LineReach { get; init; } = 0.07;

    /// <summary>The same in pixels, for small cells.</summary>
    public int LeastLineReach { get; init; } = 2;

    /// <summary>Share of a cell's columns, or of its rows for an upright line, at which a printed line must show.</summary>
    public double LeastSeen { get; init; } = 0.3;
}
