namespace Cifra.Network;

/// <summary>A kind of layer that a model file may name: how to build one from its description, and how many numbers it holds.</summary>
/// <param name="Name">The <see cref="LayerDescription.Kind"/> of its descriptions, such as "dense".</param>
/// <param name="Build">
/// Builds the layer. Takes its first weights from the random numbers; without any, as when a file is loaded, it leaves the weights at zero. Refuses a
/// setting that is missing or out of range with an <see cref="InvalidDataException"/>, as <see cref="LayerDescription.Whole"/> and
/// <see cref="LayerDescription.Number"/> do: a file may hold any number.
/// </param>
/// <param name="ParameterCount">
/// Numbers that all parameters of such a layer hold together, computed from the settings without building it. A file is refused by this count before any memory
/// is taken for its weights. Refuses settings as <paramref name="Build"/> does.
/// </param>
public sealed record LayerKind(string Name, Func<LayerDescription, Random?, Layer> Build, Func<LayerDescription, long> ParameterCount);
