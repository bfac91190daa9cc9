namespace Cifra.Reading.Forms;

/// <summary>How well a form was found in a picture.</summary>
/// <param name="Template">The template's name.</param>
/// <param name="Found">Share of the places on its printed lines at which a line was found, 0..1.</param>
/// <param name="ResidualPixels">Mean distance (root of the mean square) of those from where the fit has them, in pixels of the picture as it was given.</param>
/// <param name="Residual">The same in the page's unit.</param>
/// <param name="By">What it was found by.</param>
public sealed record FormFit(string Template, double Found, double ResidualPixels, double Residual, FormAnchor By)
{
    /// <summary>Where its fields' boxes lie, for drawing.</summary>
    internal IReadOnlyList<FieldOutline> Outlines { get; init; } = [];

    /// <summary>Names of the numbers that are rows of grids of digits.</summary>
    internal IReadOnlySet<string> RowsOfGrids { get; init; } = new HashSet<string>();

    /// <summary>Whether a number is a row of a grid of digits.</summary>
    internal bool IsRowOfGrid(string? name) => name is not null && RowsOfGrids.Contains(name);
}
