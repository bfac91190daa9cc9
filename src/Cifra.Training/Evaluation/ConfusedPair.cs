namespace Cifra.Evaluation;

/// <summary>One way to be wrong: pictures of <paramref name="True"/> that were read as <paramref name="Read"/>.</summary>
/// <param name="True">The digit shown, 0..9.</param>
/// <param name="Read">The digit read, 0..9, another one.</param>
/// <param name="Count">How many pictures.</param>
public readonly record struct ConfusedPair(int True, int Read, int Count);
