namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra predict</c> writes, and where to.</summary>
/// <param name="File">The CSV; - for standard output.</param>
/// <param name="WithProbabilities">Whether each digit's probability stands behind the label.</param>
internal sealed record PredictOutput(string File, bool WithProbabilities)
{
    /// <summary>Whether damaged pictures are read as they are, and not repaired first.</summary>
    public bool AsIs { get; init; }

    /// <summary>Threads that repair pictures.</summary>
    public int Threads { get; init; } = 1;
}
