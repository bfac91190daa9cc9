namespace Cifra.Reading.Forms;

/// <summary>What the cells of a field hold.</summary>
public enum FormCells
{
    /// <summary>One digit each at most: a comb, a Sudoku.</summary>
    Digit,

    /// <summary>A number each: a plain box, a table.</summary>
    Number,
}
