namespace Cifra.Reading.Forms;

/// <summary>How well a form was found in a picture.</summary>
/// <param name="Template">The template's name.</param>
/// <param name="Found">Share of the samples on its printed lines at which a line was found, 0..1.</param>
/// <param name="ResidualPixels">Distance of these lines from where they were expected, root of the mean square, in pixels of the original picture.</param>
/// <param name="Residual">The same distance in the page's unit.</param>
/// <param name="By">The anchor that it was found by.</param>
public sealed record FormFit(string Template, double Found, double ResidualPixels, double Residual, FormAnchor By)
{
    /// <summary>The lines of its fields in the original picture, for drawing.</summary>
    internal IReadOnlyList<FieldOutline> Outlines { get; init; } = [];

    /// <summary>The names of the numbers that are rows of grids of digits.</summary>
    internal IReadOnlySet<string> RowsOfGrids { get; init; } = new HashSet<string>();

    /// <summary>Whether a number is a row of a grid of digits.</summary>
    internal bool IsRowOfGrid(string? name) => name is not null && RowsOfGrids.Contains(name);
}
