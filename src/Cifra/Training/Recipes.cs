namespace Cifra.Training;

/// <summary>The named recipes. A recipe is data: docs/accuracy.md says what each reaches.</summary>
public static class Recipes
{
    /// <summary>Two passes, no augmentation: 99 % in seconds.</summary>
    public static Recipe Quick { get; } = new()
    {
        Name = "quick",
        Architecture = "quick",
        Epochs = 2,
        BatchSize = 64,
        LearningRate = 0.005,
        Schedule = new Schedule.OneCycle(),
        Optimizer = new OptimizerSettings.Adam(Beta1: 0.7, Beta2: 0.9),
        LabelSmoothing = 0.05,
        AverageDecay = 0.99,
    };

    /// <summary>Augmented pictures and averaged weights: a good network in minutes.</summary>
    public static Recipe Standard { get; } = new()
    {
        Name = "standard",
        Architecture = "standard",
        Epochs = 18,
        BatchSize = 128,
        LearningRate = 0.005,
        Schedule = new Schedule.OneCycle(),
        Optimizer = new OptimizerSettings.AdamW(),
        WeightDecay = 0.02,
        LabelSmoothing = 0.05,
        AverageDecay = 0.998,
        Augmentation = new Augmentation { Shift = 2, Rotation = 12, Scale = 0.12, Shear = 0.15, Elastic = 0.5, Thickness = 0.5 },
        MildEpochs = 3,
        MildStrength = 0.5,
    };

    /// <summary>A larger network, seen more often: the most that one network reaches here.</summary>
    public static Recipe Best { get; } = Standard with
    {
        Name = "best",
        Architecture = "best",
        Epochs = 24,
        MildEpochs = 4,
        Augmentation = Standard.Augmentation with { Elastic = 0.6 },
    };

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, Recipe> All { get; } =
        new Dictionary<string, Recipe> { [Quick.Name] = Quick, [Standard.Name] = Standard, [Best.Name] = Best };
}
