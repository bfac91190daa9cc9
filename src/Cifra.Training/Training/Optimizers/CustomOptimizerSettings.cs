using System.Text.Json.Serialization;
using Cifra.Network;

namespace Cifra.Training.Optimizers;

/// <summary>An optimizer of the program's own, with its constants. A recipe takes it as it takes the built-in ones.</summary>
/// <remarks>
/// A checkpoint holds the name and the constants, and is resumed by a recipe with the same ones only. The rule itself is code of the program: keep it the same
/// until the training is done.
/// </remarks>
/// <example><c>recipe with { Optimizer = new Lion() }</c>, where <c>Lion</c> derives from this record and its optimizer from <see cref="Optimizer"/>.</example>
public abstract record CustomOptimizerSettings : OptimizerSettings
{
    /// <summary>What the optimizer is called: "Lion".</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <summary>Everything that the optimizer's steps depend on, by name.</summary>
    [JsonIgnore]
    public abstract IReadOnlyDictionary<string, double> Constants { get; }

    /// <summary>Makes the optimizer of one training.</summary>
    /// <param name="network">The network that it changes.</param>
    /// <param name="weightDecay">The recipe's weight decay.</param>
    public abstract Optimizer Create(NeuralNetwork network, double weightDecay);
}

/// <summary>A custom optimizer as a checkpoint holds it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Constants">Its constants as text, in the order of their names.</param>
internal sealed record SavedOptimizerSettings(string Name, string Constants) : OptimizerSettings;
