using Cifra.Reading.Grammars;

namespace Cifra.Reading.Forms;

/// <summary>A field of a form: a plain box, a comb, or a grid.</summary>
/// <param name="Name">Its name: a letter, then letters, digits and underscores.</param>
/// <param name="Box">Its place on the page.</param>
public sealed record FormField(string Name, FormBox Box)
{
    /// <summary>Rows of cells, of equal height; 1 for a plain box and for a comb.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Columns of cells, of equal width; 1 for a plain box.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>What each cell holds.</summary>
    public FormCells Cells { get; init; } = FormCells.Number;

    /// <summary>
    /// What may be written in it, in the words of <see cref="Grammar.Parse"/>; null for any digits. It is about the whole field for a plain box and a comb,
    /// and about each cell for a grid.
    /// </summary>
    public string? As { get; init; }

    /// <summary>Whether it must be filled in.</summary>
    public bool Required { get; init; }

    /// <summary>The character for an empty cell of a grid of digits in the text that is read.</summary>
    public char Empty { get; init; } = '.';

    /// <summary>Whether the lines around it and between its cells are printed.</summary>
    public bool Lined { get; init; } = true;

    /// <summary>Whether it is reported as several numbers: it has several rows, or several cells with a number each.</summary>
    public bool IsGrid => Rows > 1 || (Columns > 1 && Cells == FormCells.Number);

    /// <summary>
    /// The names under which it is reported: its own for a plain box and a comb; one per row for a grid of digits, <c>grid.1</c>; one per cell for a grid
    /// of numbers, <c>items.2.1</c> for the first cell of the second row.
    /// </summary>
    public IReadOnlyList<string> ReportedNames => !IsGrid
        ? [Name]
        : Cells == FormCells.Digit
        ? [.. Enumerable.Range(1, Rows).Select(row => FormattableString.Invariant($"{Name}.{row}"))]
        : [.. Enumerable.Range(0, Rows * Columns).Select(i => FormattableString.Invariant($"{Name}.{(i / Columns) + 1}.{(i % Columns) + 1}"))];
}
