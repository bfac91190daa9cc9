using Cifra.Network;

namespace Cifra.Training;

/// <summary>What a training made.</summary>
/// <param name="Network">The trained network (the averaged one, where the recipe averages).</param>
/// <param name="Card">Where it comes from, with the learning curves.</param>
public sealed record TrainingResult(NeuralNetwork Network, ModelCard Card);
