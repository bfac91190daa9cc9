namespace Cifra.Cli.Commands;

/// <summary>The networks that pictures are read with, by their hashes.</summary>
/// <param name="Model">Reads single digits; of number plates, their rows.</param>
/// <param name="Lines">Reads whole lines beside it; null where none does.</param>
internal sealed record ReadingNetworks(string Model, string? Lines)
{
    public override string ToString() => Lines is null ? Model : $"{Model} and {Lines}";
}
