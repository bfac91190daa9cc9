namespace Cifra.Evaluation;

/// <summary>How well one digit is read.</summary>
/// <param name="Digit">0..9.</param>
/// <param name="Precision">Of the pictures read as the digit, the part that shows it; null where none was read so.</param>
/// <param name="Recall">Of the pictures that show the digit, the part read so; null where none shows it.</param>
/// <param name="F1">The harmonic mean of the two, 2·TP / (2·TP + FP + FN); null where the digit was neither shown nor read.</param>
/// <param name="Support">Number of pictures that show the digit.</param>
public sealed record ClassScore(int Digit, double? Precision, double? Recall, double? F1, int Support);
