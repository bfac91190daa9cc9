namespace Cifra.Reading.Forms.Fields;

/// <summary>The hand-set numbers of <see cref="CellDigits"/>. Lengths are parts of a cell's side.</summary>
/// <remarks>Set by hand on the project's drawn forms and its development pictures of forms; which picture decided which number is not recorded.</remarks>
internal sealed record CellDigitsOptions
{
    /// <summary>The values used everywhere.</summary>
    public static CellDigitsOptions Default { get; } = new();

    /// <summary>Length up to which a stroke is followed into the neighbouring cell.</summary>
    public double Overshoot { get; init; } = 0.16;

    /// <summary>Least width or height of ink that may be a digit, as a part of the cell's height.</summary>
    public double LeastSize { get; init; } = 0.26;

    /// <summary>Area below which a component is a speck, as a part of the largest component in its cell.</summary>
    public double SpeckArea { get; init; } = 0.06;

    /// <summary>Height up to which several components in one cell are notes and no digit, as a part of the cell's height.</summary>
    public double NotesHeight { get; init; } = 0.42;

    /// <summary>Width of the cell's rim, as a part of its shorter side: a component that lies in the rim alone is the rest of a printed line.</summary>
    public double Rim { get; init; } = 0.09;
}
