using System.Text.Json.Serialization;
using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>A network as data: its input, and its layers in order. Needs no code to load.</summary>
/// <param name="Channels">Channels of an input picture: 1 for grey.</param>
/// <param name="Height">Rows of an input picture.</param>
/// <param name="Width">Columns of an input picture.</param>
/// <param name="Mean">Mean of the inputs in 0..1, which is subtracted: 0.1307 for MNIST.</param>
/// <param name="Deviation">Deviation of the inputs, which they are then divided by: 0.3081 for MNIST.</param>
/// <param name="Layers">The layers, first to last.</param>
public sealed record NetworkDescription(
    [property: JsonRequired] int Channels,
    [property: JsonRequired] int Height,
    [property: JsonRequired] int Width,
    [property: JsonRequired] double Mean,
    [property: JsonRequired] double Deviation,
    [property: JsonRequired] IReadOnlyList<LayerDescription> Layers)
{
    /// <summary>Size of one input picture.</summary>
    [JsonIgnore]
    public Shape Input => new(1, Channels, Height, Width);

    /// <summary>Same input, and the same layers.</summary>
    public bool Equals(NetworkDescription? other) =>
        other is not null && (Channels, Height, Width, Mean, Deviation) == (other.Channels, other.Height, other.Width, other.Mean, other.Deviation)
        && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Channels, Height, Width, Mean, Deviation, Layers.Count);
}
