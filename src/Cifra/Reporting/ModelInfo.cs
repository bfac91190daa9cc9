using Cifra.Network;

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
    public FirstLayerFilters? Filters { get; init; }
}
