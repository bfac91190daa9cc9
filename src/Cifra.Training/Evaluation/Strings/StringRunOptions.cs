namespace Cifra.Evaluation.Strings;

/// <summary>How a reader of numbers is measured.</summary>
public sealed record StringRunOptions
{
    /// <summary>The folder that the truth's pictures lie in.</summary>
    public required string Folder { get; init; }

    /// <summary>What reports call the truth.</summary>
    public required string Data { get; init; }

    /// <summary>The network's hash, "sha256:…".</summary>
    public required string Model { get; init; }

    /// <summary>The hash of the network that reads lines beside it; null where none does.</summary>
    public string? LineModel { get; init; }

    /// <summary>Whether letters count, as on number plates.</summary>
    public bool Letters { get; init; }

    /// <summary>Whether the pictures are grids, whose cells are counted too.</summary>
    public bool Grids { get; init; }

    /// <summary>The rate of errors that the reader is held to; null for none.</summary>
    public double? MaxError { get; init; }

    /// <summary>Pictures read at the same time (default: one for each processor).</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Hears how many pictures are done, one call at a time; null for nobody.</summary>
    public Action<int>? Progress { get; init; }
}
