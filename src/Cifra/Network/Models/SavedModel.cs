namespace Cifra.Network.Models;

/// <summary>What a model file holds, whatever its networks read.</summary>
/// <param name="Networks">One network, or those of an ensemble.</param>
/// <param name="Card">Where they come from. One that names symbols belongs to networks that read lines, any other to networks for single digits.</param>
/// <param name="Hash">"sha256:" and the digest of their numbers.</param>
public sealed record SavedModel(IReadOnlyList<NeuralNetwork> Networks, ModelCard Card, string Hash);
