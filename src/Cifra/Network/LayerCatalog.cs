using Cifra.Network.Layers;

namespace Cifra.Network;

/// <summary>Builds a layer from its description. The one place that knows every kind of layer.</summary>
internal static class LayerCatalog
{
    /// <summary>The kinds that a network may be made of.</summary>
    public static IReadOnlyCollection<string> Kinds => Builders.Keys;

    private static Dictionary<string, Builder> Builders { get; } = new()
    {
        [BatchNorm.Kind] = new((d, _) => BatchNorm.From(d), d => 4L * d.Whole("channels", 1, LayerLimits.Channels)),
        [Convolution.Kind] = new(Convolution.From, Convolution.ParameterCount),
        [Dense.Kind] = new(Dense.From, Dense.ParameterCount),
        [Dropout.Kind] = new((d, _) => Dropout.From(d), _ => 0),
        [Flatten.Kind] = new((_, _) => new Flatten(), _ => 0),
        [GlobalAveragePool.Kind] = new((_, _) => new GlobalAveragePool(), _ => 0),
        [MaxPool.Kind] = new((d, _) => MaxPool.From(d), _ => 0),
        [Relu.Kind] = new((_, _) => new Relu(), _ => 0),
    };

    /// <summary>A layer of that description, freshly initialised; with weights of zero where there is no <paramref name="random"/>.</summary>
    /// <exception cref="InvalidDataException">The kind is not known, or a setting is missing, out of range or unknown.</exception>
    public static Layer Build(LayerDescription description, Random? random)
    {
        Layer layer = Find(description).Build(description, random);
        string? unknown = description.Settings.Keys.FirstOrDefault(name => !layer.Description.Settings.ContainsKey(name));
        return unknown is null
            ? layer
            : throw new InvalidDataException($"layer {description.Kind}: settings: expected those of its kind, found \"{unknown}\".");
    }

    /// <summary>How many numbers such a layer holds, learned and measured, without building it.</summary>
    /// <exception cref="InvalidDataException">The kind is not known, or a setting is missing or out of range.</exception>
    public static long ParameterCount(LayerDescription description) => Find(description).ParameterCount(description);

    private static Builder Find(LayerDescription description) => Builders.TryGetValue(description.Kind, out Builder? builder)
        ? builder
        : throw new InvalidDataException(
            $"layer kind: expected one of {string.Join(", ", Kinds.Order(StringComparer.Ordinal))}, found \"{description.Kind}\".");

    private sealed record Builder(Func<LayerDescription, Random?, Layer> Build, Func<LayerDescription, long> ParameterCount);
}
