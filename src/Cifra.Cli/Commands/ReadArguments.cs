namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra read</c> was asked.</summary>
internal sealed record ReadArguments(IReadOnlyList<string> Images, ReadKind Kind, double? MaxError, string? Annotate, string? Explain, bool FailOnUnsure, bool Json)
{
    /// <summary>Whether the user named the network.</summary>
    public bool ModelNamed { get; init; }

    /// <summary>The file of a batch; null where results are printed.</summary>
    public string? Out { get; init; }

    /// <summary>Pictures of a batch read at the same time.</summary>
    public int Threads { get; init; } = 1;
}
