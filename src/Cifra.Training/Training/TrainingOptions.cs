namespace Cifra.Training;

/// <summary>How a training runs. Of these options only the seed, the teacher and the layers change the result.</summary>
public sealed record TrainingOptions
{
    /// <summary>Seed of everything random.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checkpoint file of the unfinished training, which resumes from it if it exists; null for none.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Time between two checkpoints.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Called after steps, at most a few times a second, and after each epoch.</summary>
    public Action<TrainingProgress>? Progress { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Name of the data on the model's card; null for the training set's own name.</summary>
    public string? DataName { get; init; }

    /// <summary>The teacher, for recipes with a <see cref="Recipe.TeacherShare"/> above 0; null for all others.</summary>
    public Network.Digits.DigitClassifier? Teacher { get; init; }

    /// <summary>Labelled pictures to measure each epoch's network on, for the learning curve only. Null for none.</summary>
    public Data.DigitSet? Watched { get; init; }

    /// <summary>The command that the model's card names.</summary>
    public string Command { get; init; } = "";

    /// <summary>The kinds of layers that the recipe's network may have.</summary>
    public Network.LayerCatalog Layers { get; init; } = Network.LayerCatalog.BuiltIn;

    /// <summary>How many lines composed of the held-out pictures a line network is measured on.</summary>
    internal HeldOutLineCounts HeldOutLines { get; init; } = HeldOutLineCounts.Default;
}
