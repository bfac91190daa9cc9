using Cifra.Reading.Micr;

namespace Cifra.Evaluation.Strings;

/// <summary>Which lines of magnetic ink are drawn and read to measure the reader of them.</summary>
public sealed record MicrRunOptions
{
    /// <summary>How many lines.</summary>
    public required int Lines { get; init; }

    /// <summary>Their font (default: E-13B).</summary>
    public MicrFont Font { get; init; }

    /// <summary>Pixels an inch of the scans, 72 to 2,400 (default: 200, which is what banks exchange).</summary>
    public int Dpi { get; init; } = 200;

    /// <summary>Names the lines: the same seed gives the same scans.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Lines read at the same time (default: one for each processor).</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Hears how many lines are done, one call at a time; null for nobody.</summary>
    public Action<int>? Progress { get; init; }
}
