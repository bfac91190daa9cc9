namespace Cifra.Training;

/// <summary>How a training runs, which decides nothing about its result but the seed.</summary>
public sealed record TrainingOptions
{
    /// <summary>Seed of everything random.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>File that keeps the unfinished training, and that it resumes from when it is there; null for none.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Time between two checkpoints.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Called after steps, at most a few times a second, and after each epoch.</summary>
    public Action<TrainingProgress>? Progress { get; init; }

    /// <summary>Where the time comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What the model's card calls the data; the training set's own name unless given.</summary>
    public string? DataName { get; init; }

    /// <summary>Whose probabilities the recipe's <see cref="Recipe.TeacherShare"/> of the target is; null where that is 0.</summary>
    public Network.Digits.DigitClassifier? Teacher { get; init; }

    /// <summary>Labelled pictures that each epoch's network is measured on, for the learning curve; they decide nothing. Null for none.</summary>
    public Data.DigitSet? Watched { get; init; }

    /// <summary>The command that the model's card names.</summary>
    public string Command { get; init; } = "";
}
