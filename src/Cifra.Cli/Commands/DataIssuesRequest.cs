using Cifra.Data;
using Cifra.Training;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra data issues</c> was asked.</summary>
internal sealed record DataIssuesRequest(DigitData Data, Recipe Recipe, CrossValidationOptions Options, string? ReportFile, string? OutFile, bool Json);
