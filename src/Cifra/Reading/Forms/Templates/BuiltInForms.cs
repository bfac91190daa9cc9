namespace Cifra.Reading.Forms.Templates;

/// <summary>The templates that ship inside the library.</summary>
internal static class BuiltInForms
{
    private static readonly Dictionary<string, Lazy<FormTemplate>> All = new()
    {
        ["sudoku"] = new(Sudoku),
    };

    /// <summary>The names of the built-in templates.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    /// <summary>The built-in template of a name; null if there is none.</summary>
    public static FormTemplate? Find(string name) => All.TryGetValue(name, out Lazy<FormTemplate>? template) ? template.Value : null;

    // The page is the grid alone: what is printed around it differs.
    private static FormTemplate Sudoku() => new(
        "Sudoku", 9, 9,
        [new FormField("grid", new FormBox(0, 0, 9, 9)) { Rows = 9, Columns = 9, Cells = FormCells.Digit, As = "pattern:[1-9]", Empty = '0' }])
    {
        Unit = "cells",
        Anchors = [FormAnchor.Structure],
    };
}
