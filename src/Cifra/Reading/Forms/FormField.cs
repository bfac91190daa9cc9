using Cifra.Reading.Grammars;

namespace Cifra.Reading.Forms;

/// <summary>A field of a form: a plain box, a comb, or a grid.</summary>
/// <param name="Name">Its name: a letter, then letters, digits and underscores.</param>
/// <param name="Box">Where it is.</param>
public sealed record FormField(string Name, FormBox Box)
{
    /// <summary>Rows of cells, of equal height; 1 for a plain box and for a comb.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Columns of cells, of equal width; 1 for a plain box.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>What each cell holds.</summary>
    public FormCells Cells { get; init; } = FormCells.Number;

    /// <summary>What may be written in it, in the words of <see cref="Grammar.Parse"/>: of a plain box and of a comb the whole field, of a grid each cell. Null for any digits.</summary>
    public string? As { get; init; }

    /// <summary>Whether it must not be empty.</summary>
    public bool Required { get; init; }

    /// <summary>How an empty cell of a grid is written in what was read; a full stop unless said otherwise.</summary>
    public char Empty { get; init; } = '.';

    /// <summary>Whether the lines around it and between its cells are printed.</summary>
    public bool Lined { get; init; } = true;

    /// <summary>Whether it has more than one row, so that each row or cell is reported by itself.</summary>
    public bool IsGrid => Rows > 1 || (Columns > 1 && Cells == FormCells.Number);

    /// <summary>The names under which it is reported: its own; of a grid of digits one a row, <c>grid.1</c>; of a grid of numbers one a cell, <c>items.2.1</c> for the second row's first.</summary>
    public IReadOnlyList<string> ReportedNames => !IsGrid
        ? [Name]
        : Cells == FormCells.Digit
        ? [.. Enumerable.Range(1, Rows).Select(row => FormattableString.Invariant($"{Name}.{row}"))]
        : [.. Enumerable.Range(0, Rows * Columns).Select(i => FormattableString.Invariant($"{Name}.{(i / Columns) + 1}.{(i % Columns) + 1}"))];
}
