namespace Cifra.Reading.Forms;

/// <summary>What the cells of a comb may hold.</summary>
/// <param name="Text">The text, printed signs between the cells among it.</param>
/// <param name="Digits">A symbol a cell: its digit, or a space where it is empty.</param>
/// <param name="Value">Natural logarithm of its probability, before all were brought to sum to 1.</param>
/// <param name="Probability">0..1.</param>
internal sealed record CellText(string Text, string Digits, double Value, double Probability);
