using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Layers;

namespace Cifra.Reporting;

/// <summary>What a report says of the network that was evaluated, besides how well it reads.</summary>
public sealed record ModelInfo
{
    /// <summary>What to call it: a file name, or "built in".</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it comes from, and its learning curves.</summary>
    public ModelCard Card { get; init; } = new();

    /// <summary>Its layers as a table of plain text; empty where there is none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The kernels of its first layer, where that is a convolution.</summary>
    internal FirstLayerFilters? Filters { get; init; }

    /// <summary>What there is to say of a network.</summary>
    /// <param name="classifier">The network.</param>
    /// <param name="name">What to call it.</param>
    public static ModelInfo Of(DigitClassifier classifier, string name)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(name);
        return new ModelInfo
        {
            Name = name,
            Card = classifier.Card,
            Summary = NetworkSummary.Text(classifier.Network),
            Filters = FiltersOf(classifier.Network),
        };
    }

    private static FirstLayerFilters? FiltersOf(NeuralNetwork network)
    {
        if (network.Layers[0] is not Convolution convolution || network.Input.Channels != 1)
        {
            return null;
        }

        Parameter weight = convolution.Parameters[0]; // [filters, 1, rows, columns]
        return new FirstLayerFilters(weight.Dimensions[0], weight.Dimensions[2], weight.Dimensions[3], weight.Values.ToArray());
    }
}
