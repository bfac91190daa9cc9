namespace Cifra.Network.Models;

/// <summary>How to load a model file.</summary>
public sealed record ModelOptions
{
    /// <summary>Threads for one call of a classifier of digits, 1 or more.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The kinds of layers that the file may name; any other is refused.</summary>
    public LayerCatalog Layers { get; init; } = LayerCatalog.BuiltIn;
}
