namespace Cifra.Reading.Forms;

/// <summary>The templates that ship inside the library.</summary>
internal static class BuiltInForms
{
    private static readonly Dictionary<string, Lazy<FormTemplate>> All = new()
    {
        ["sudoku"] = new(Sudoku),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    /// <summary>The one of a name, or null.</summary>
    public static FormTemplate? Find(string name) => All.TryGetValue(name, out Lazy<FormTemplate>? template) ? template.Value : null;

    // The page is the grid: nothing is known of what is around it.
    private static FormTemplate Sudoku() => new(
        "Sudoku", 9, 9,
        [new FormField("grid", new FormBox(0, 0, 9, 9)) { Rows = 9, Columns = 9, Cells = FormCells.Digit, As = "pattern:[1-9]", Empty = '0' }])
    {
        Unit = "cells",
        Anchors = [FormAnchor.Structure],
    };
}
