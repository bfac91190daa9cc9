using Cifra.Network.Layers;

namespace Cifra.Network;

/// <summary>Builds a layer from its description. The one place that knows every kind of layer.</summary>
internal static class LayerCatalog
{
    /// <summary>The kinds that a network may be made of.</summary>
    public static IReadOnlyCollection<string> Kinds => Builders.Keys;

    private static Dictionary<string, Func<LayerDescription, Random, Layer>> Builders { get; } = new()
    {
        [BatchNorm.Kind] = (d, _) => BatchNorm.From(d),
        [Convolution.Kind] = Convolution.From,
        [Dense.Kind] = Dense.From,
        [Dropout.Kind] = (d, _) => Dropout.From(d),
        [Flatten.Kind] = (_, _) => new Flatten(),
        [GlobalAveragePool.Kind] = (_, _) => new GlobalAveragePool(),
        [MaxPool.Kind] = (d, _) => MaxPool.From(d),
        [Relu.Kind] = (_, _) => new Relu(),
    };

    /// <summary>A layer of that description, freshly initialised.</summary>
    /// <exception cref="InvalidDataException">The kind is not known, or a setting is missing or out of range.</exception>
    public static Layer Build(LayerDescription description, Random random) =>
        Builders.TryGetValue(description.Kind, out Func<LayerDescription, Random, Layer>? build)
            ? build(description, random)
            : throw new InvalidDataException(
                $"layer kind: expected one of {string.Join(", ", Kinds.Order(StringComparer.Ordinal))}, found \"{description.Kind}\".");
}
