namespace Cifra.Reading.Lines;

/// <summary>What a line may say.</summary>
/// <param name="Text">The symbols, left to right.</param>
/// <param name="LogProbability">Natural logarithm of its probability.</param>
internal sealed record Hypothesis(string Text, double LogProbability);
