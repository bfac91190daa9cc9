using Cifra.Reading.Grammars;

namespace Cifra.Reading.Forms;

/// <summary>A field as it is seen in a picture, before it is read.</summary>
/// <param name="Name">What it is reported as, or what its rows are reported as parts of.</param>
/// <param name="Field">The field.</param>
/// <param name="Grammar">What it may hold; null for any digits.</param>
/// <param name="Patch">It alone, set upright.</param>
/// <param name="Ink">Its ink.</param>
/// <param name="Digits">What is in its cells; null where one is empty.</param>
internal sealed record SeenField(string Name, FormField Field, Grammar? Grammar, FieldPatch Patch, FieldInk Ink, CellDigit?[] Digits)
{
    /// <summary>What is wrong with the picture of each of its rows of cells.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Flaws { get; init; }
}
