namespace Cifra.Reading.Forms;

/// <summary>What each cell of a field holds.</summary>
public enum FormCells
{
    /// <summary>At most one digit, as in a comb or a Sudoku.</summary>
    Digit,

    /// <summary>A number, as in a plain box or a table.</summary>
    Number,
}
