using Cifra.Evaluation.Strings;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra evaluate --strings</c> was asked.</summary>
internal sealed record StringsRequest(string Truth, TruthOptions Columns, string Folder, PictureChoice Pictures)
{
    /// <summary>HTML page to write; null for none.</summary>
    public string? ReportFile { get; init; }

    /// <summary>Least part of the pictures that must be exact.</summary>
    public double? MinAccuracy { get; init; }

    /// <summary>The rate of errors that the reader is held to.</summary>
    public double? MaxError { get; init; }

    /// <summary>Name of the one number that is compared; null for all.</summary>
    public string? Field { get; init; }

    /// <summary>Whether an unsure picture is an error.</summary>
    public bool FailOnUnsure { get; init; }

    /// <summary>Whether to print JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Pictures read at the same time.</summary>
    public int Threads { get; init; } = 1;
}
