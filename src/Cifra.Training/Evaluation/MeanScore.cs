namespace Cifra.Evaluation;

/// <summary>A mean over the digits of their <see cref="ClassScore"/>s, each part 0..1.</summary>
/// <param name="Precision">Mean precision.</param>
/// <param name="Recall">Mean recall.</param>
/// <param name="F1">Mean F1.</param>
public sealed record MeanScore(double Precision, double Recall, double F1);
