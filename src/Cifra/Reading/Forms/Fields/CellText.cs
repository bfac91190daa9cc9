namespace Cifra.Reading.Forms.Fields;

/// <summary>A text that the cells of a comb may hold.</summary>
/// <param name="Text">The text, with the printed signs between the cells.</param>
/// <param name="Digits">One symbol per cell: its digit, or a space for an empty cell.</param>
/// <param name="Value">Natural logarithm of its probability before normalization.</param>
/// <param name="Probability">Its probability among all texts that the cells may hold, 0..1.</param>
internal sealed record CellText(string Text, string Digits, double Value, double Probability);
