using Cifra.Data;
using Cifra.Network.Digits;
using Cifra.Training;

namespace Cifra.Cli.Commands;

/// <summary>What <c>cifra train</c> was asked.</summary>
internal sealed record TrainRequest(
    Recipe Recipe,
    string Data,
    string? DataDir,
    Normalize Normalize,
    string Output,
    long Seed,
    int? Validation,
    int Threads,
    TimeSpan CheckpointInterval,
    bool Restart,
    bool Json)
{
    /// <summary>Who teaches; null for nobody.</summary>
    public DigitClassifier? Teacher { get; init; }
}
