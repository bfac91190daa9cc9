namespace Cifra.Evaluation.Strings;

/// <summary>A character that was read as another.</summary>
/// <param name="True">What stands there.</param>
/// <param name="Read">What was read.</param>
/// <param name="Count">How often.</param>
public sealed record SubstitutedPair(char True, char Read, int Count);
