namespace Cifra.Evaluation;

/// <summary>One digit that a picture may show.</summary>
/// <param name="Digit">0..9.</param>
/// <param name="Probability">0..1, as the network gave it.</param>
public readonly record struct Candidate(int Digit, float Probability);
