using Cifra.Data;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra model table</c> was asked.</summary>
internal sealed record ModelTableRequest(IReadOnlyList<string> Models, DigitData Data, string? Into, string? Figures, bool Tta, int Threads, bool Json);
