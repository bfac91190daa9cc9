using Cifra.Network.Layers;

namespace Cifra.Network;

/// <summary>The kinds of layers that a network may be made of. Builds a layer from its description.</summary>
/// <remarks>
/// A model file is data: it names kinds and settings, and a kind that is not in the catalog is refused. Only the program itself adds one:
/// <c>ModelFile.Load(path, new ModelOptions { Layers = LayerCatalog.BuiltIn.With(kind) })</c>. A catalog never changes; <see cref="With"/> makes another.
/// </remarks>
public sealed class LayerCatalog
{
    private readonly Dictionary<string, LayerKind> _kinds;

    private LayerCatalog(IEnumerable<LayerKind> kinds) => _kinds = kinds.ToDictionary(kind => kind.Name);

    /// <summary>The layers of this library.</summary>
    public static LayerCatalog BuiltIn { get; } = new(
    [
        new(BatchNorm.Kind, (d, _) => BatchNorm.From(d), d => 4L * d.Whole("channels", 1, LayerLimits.Channels)),
        new(Convolution.Kind, Convolution.From, Convolution.ParameterCount),
        new(Dense.Kind, Dense.From, Dense.ParameterCount),
        new(Dropout.Kind, (d, _) => Dropout.From(d), _ => 0),
        new(Flatten.Kind, (_, _) => new Flatten(), _ => 0),
        new(GlobalAveragePool.Kind, (_, _) => new GlobalAveragePool(), _ => 0),
        new(MaxPool.Kind, (d, _) => MaxPool.From(d), _ => 0),
        new(Relu.Kind, (_, _) => new Relu(), _ => 0),
    ]);

    /// <summary>The names of all kinds.</summary>
    public IReadOnlyCollection<string> Kinds => _kinds.Keys;

    /// <summary>A catalog that knows one more kind.</summary>
    /// <param name="kind">The kind; its name must be new.</param>
    /// <exception cref="ArgumentException">There is a kind of that name already.</exception>
    public LayerCatalog With(LayerKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentException.ThrowIfNullOrEmpty(kind.Name, nameof(kind));
        return _kinds.ContainsKey(kind.Name)
            ? throw new ArgumentException($"There is a layer kind \"{kind.Name}\" already.", nameof(kind))
            : new LayerCatalog([.. _kinds.Values, kind]);
    }

    /// <summary>A layer of that description, freshly initialised; with weights of zero where there is no <paramref name="random"/>.</summary>
    /// <exception cref="InvalidDataException">The kind is not known, or a setting is missing, out of range or unknown.</exception>
    internal Layer Build(LayerDescription description, Random? random)
    {
        Layer layer = Find(description).Build(description, random);
        string? unknown = description.Settings.Keys.FirstOrDefault(name => !layer.Description.Settings.ContainsKey(name));
        return unknown is null
            ? layer
            : throw new InvalidDataException($"layer {description.Kind}: settings: expected those of its kind, found \"{unknown}\".");
    }

    /// <summary>How many numbers such a layer holds, learned and measured, without building it.</summary>
    /// <exception cref="InvalidDataException">The kind is not known, or a setting is missing or out of range.</exception>
    internal long ParameterCount(LayerDescription description) => Find(description).ParameterCount(description);

    private LayerKind Find(LayerDescription description) => _kinds.TryGetValue(description.Kind, out LayerKind? kind)
        ? kind
        : throw new InvalidDataException(
            $"layer kind: expected one of {string.Join(", ", Kinds.Order(StringComparer.Ordinal))}, found \"{description.Kind}\".");
}
