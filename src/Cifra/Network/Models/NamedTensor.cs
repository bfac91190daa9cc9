namespace Cifra.Network.Models;

/// <summary>An array of floats with a name and a shape, as a file holds it.</summary>
/// <param name="Name">Unique in its file.</param>
/// <param name="Shape">Sizes, slowest first; empty for a single number.</param>
/// <param name="Values">As many as the shape says.</param>
internal sealed record NamedTensor(string Name, IReadOnlyList<int> Shape, float[] Values)
{
    /// <summary>Whether a file holds it as 16-bit floats, which must be able to hold each value exactly.</summary>
    public bool Half { get; init; }
}
