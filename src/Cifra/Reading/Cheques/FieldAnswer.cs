namespace Cifra.Reading.Cheques;

/// <summary>What was read in a place.</summary>
/// <param name="Number">The number.</param>
/// <param name="Fit">How much it is a number of that kind: 0 for digits beyond doubt, below for letters and scrawls; a natural logarithm a digit.</param>
internal sealed record FieldAnswer(ReadNumber Number, double Fit);
