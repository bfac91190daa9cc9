using Cifra.Reading;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra read</c> was asked.</summary>
internal sealed record ReadRequest(IReadOnlyList<string> Images, ReadingOptions Options, string? Annotate, string? Explain, bool FailOnUnsure, bool Json);
