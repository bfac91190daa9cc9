namespace Cifra.Reading.Lines;

/// <summary>A text that a decoder proposes for a line.</summary>
/// <param name="Text">The symbols, left to right.</param>
/// <param name="LogProbability">Natural logarithm of its probability by that decoder.</param>
internal sealed record Hypothesis(string Text, double LogProbability);
