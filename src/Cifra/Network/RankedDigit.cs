namespace Cifra.Network;

/// <summary>A digit that a picture may show, and how likely it is.</summary>
/// <param name="Value">0..9.</param>
/// <param name="Probability">0..1; the ten of a picture sum to 1.</param>
public readonly record struct RankedDigit(int Value, float Probability);
