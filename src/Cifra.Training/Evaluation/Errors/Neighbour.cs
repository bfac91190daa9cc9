namespace Cifra.Evaluation.Errors;

/// <summary>A training picture that the network sees as much like another picture.</summary>
/// <param name="Index">Its place in the training set, 0 for the first.</param>
/// <param name="Label">Its label.</param>
/// <param name="Distance">Euclidean distance of the features that the last dense layer decides by; comparable within one network only.</param>
internal sealed record Neighbour(int Index, int Label, double Distance);
