namespace Cifra.Training;

/// <summary>How a cross-validation runs.</summary>
public sealed record CrossValidationOptions
{
    /// <summary>Most folds: 20.</summary>
    public const int MostFolds = 20;

    /// <summary>Parts that the set is dealt into, 2 to 20.</summary>
    public int Folds { get; init; } = 4;

    /// <summary>Seed of the folds and of everything random in the trainings.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Folder that keeps finished networks and an unfinished training, to resume from; null for none.</summary>
    public string? Folder { get; init; }

    /// <summary>Time between two checkpoints.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Called with the number of the fold, 1 for the first: once when it begins, with null, and while it trains.</summary>
    public Action<int, TrainingProgress?>? Progress { get; init; }

    /// <summary>The command that the networks' cards name.</summary>
    public string Command { get; init; } = "";
}
