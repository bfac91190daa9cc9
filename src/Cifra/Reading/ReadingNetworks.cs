namespace Cifra.Reading;

/// <summary>The networks that pictures are read with, by the SHA-256 of their weights.</summary>
/// <param name="Model">Reads single digits; of number plates, their rows.</param>
/// <param name="Lines">Reads whole lines beside it; null where none does.</param>
public sealed record ReadingNetworks(string Model, string? Lines)
{
    /// <summary>The hashes, for people.</summary>
    public override string ToString() => Lines is null ? Model : $"{Model} and {Lines}";
}
