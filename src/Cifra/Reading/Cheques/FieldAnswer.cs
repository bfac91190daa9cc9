namespace Cifra.Reading.Cheques;

/// <summary>The reading of one field.</summary>
/// <param name="Number">The number.</param>
/// <param name="Fit">
/// Log-probability for each digit that the field is a number of its kind: 0 for digits beyond doubt, negative for letters and scrawls.
/// </param>
internal sealed record FieldAnswer(ReadNumber Number, double Fit);
