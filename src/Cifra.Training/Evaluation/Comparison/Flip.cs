namespace Cifra.Evaluation.Comparison;

/// <summary>A picture that just one of two networks reads right.</summary>
/// <param name="Index">Its place in the set, 0 for the first.</param>
/// <param name="True">The digit it shows.</param>
/// <param name="First">What the first network reads.</param>
/// <param name="Second">What the second reads.</param>
public sealed record Flip(int Index, int True, int First, int Second);
