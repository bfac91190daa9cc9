namespace Cifra.Reading;

/// <summary>What a whole field may say, and how likely it is.</summary>
/// <param name="Text">The symbols, left to right.</param>
/// <param name="Probability">0..1.</param>
public sealed record RankedText(string Text, double Probability);
