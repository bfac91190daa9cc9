namespace Cifra.Reading.Forms.Fields;

/// <summary>The hand-set numbers of <see cref="FieldPatch"/>; pixels are those of the patch.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record FieldPatchOptions
{
    /// <summary>The values used everywhere.</summary>
    public static FieldPatchOptions Default { get; } = new();

    /// <summary>Least height of a cell in pixels; a smaller one is enlarged.</summary>
    public int LeastCellHeight { get; init; } = 40;

    /// <summary>Largest height of a cell in pixels; a larger one is reduced.</summary>
    public int MostCellHeight { get; init; } = 64;

    /// <summary>Longest side of all cells together in pixels: bounds memory and time; long fields get smaller cells.</summary>
    public int LongestSide { get; init; } = 3000;

    /// <summary>Least side of a cell in pixels, whatever the other limits say.</summary>
    public int LeastPixels { get; init; } = 4;

    /// <summary>Width of the margin around the cells, as a part of a cell's shorter side: strokes overshoot.</summary>
    public double Margin { get; init; } = 0.2;

    /// <summary>Least width of that margin in pixels.</summary>
    public int LeastMargin { get; init; } = 2;
}
