using Cifra.Reading.Grammars;

namespace Cifra.Reading.Forms.Fields;

/// <summary>A field found in a picture, before it is read.</summary>
/// <param name="Name">The name that it is reported under; the rows of a grid have names of their own.</param>
/// <param name="Field">The field of the template.</param>
/// <param name="Grammar">What it may hold; null for any digits.</param>
/// <param name="Patch">The field cut out and rectified.</param>
/// <param name="Ink">Its ink.</param>
/// <param name="Digits">The ink of each cell, row by row; null for an empty one.</param>
internal sealed record SeenField(string Name, FormField Field, Grammar? Grammar, FieldPatch Patch, FieldInk Ink, CellDigit?[] Digits)
{
    /// <summary>The flaws of each row of cells.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Flaws { get; init; }
}
