namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra read</c> was asked.</summary>
internal sealed record ReadArguments(
    IReadOnlyList<string> Images, PictureChoice Pictures, double? MaxError, string? Annotate, string? Explain, bool FailOnUnsure, bool Json)
{
    /// <summary>The file of a batch; null where results are printed.</summary>
    public string? Out { get; init; }

    /// <summary>Pictures of a batch read at the same time.</summary>
    public int Threads { get; init; } = 1;
}
