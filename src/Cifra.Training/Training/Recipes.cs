using Cifra.Network.Lines;
using Cifra.Training.Optimizers;

namespace Cifra.Training;

/// <summary>The named recipes. A recipe is data: docs/accuracy.md says what each reaches.</summary>
public static class Recipes
{
    /// <summary>Two epochs without augmentation: 99 % in seconds.</summary>
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
    };

    /// <summary>A larger network that an ensemble teaches: the most accurate single network.</summary>
    public static Recipe Best { get; } = Standard with
    {
        Name = "best",
        Architecture = "best",
        Epochs = 18,
        LabelSmoothing = 0,
        TeacherShare = 0.8,
        Teacher = "committee",
        Augmentation = new Augmentation { Shift = 2.5, Rotation = 15, Scale = 0.15, Shear = 0.2, Elastic = 0.7, Thickness = 0.6 },
    };

    /// <summary>A small network that a large one teaches, with an output for "not a digit"; ships as <c>mnist</c>.</summary>
    /// <remarks>Teacher and student see the same augmented pictures, for many epochs (Beyer et al. 2022, arXiv:2106.05237).</remarks>
    public static Recipe Small { get; } = Standard with
    {
        Name = "small",
        Architecture = "small",
        Epochs = 50,
        LearningRate = 0.01,
        LabelSmoothing = 0,
        TeacherShare = 0.8,
        Teacher = Best.Name,
        NonDigitShare = 0.125,
        Augmentation = Standard.Augmentation with { Shift = 1.5, Rotation = 10, Scale = 0.1, Shear = 0.12, Fading = 0.4 },
    };

    /// <summary>Learns from digits in scenes (forms, envelopes, photos) and from non-digits; ships as <c>field</c>, for pictures.</summary>
    public static Recipe Field { get; } = Standard with
    {
        Name = "field",
        Architecture = "standard",
        Epochs = 20,
        MildEpochs = 3,
        MildStrength = 0.5,
        SceneShare = 0.6,
        NonDigitShare = 0.125,
    };

    /// <summary>Reads lines of digits and signs; two of these networks ship as <c>lines</c>.</summary>
    public static Recipe Line { get; } = Standard with
    {
        Name = "line",
        Architecture = "line",
        Epochs = 10,
        BatchSize = 64,
        LabelSmoothing = 0,
        MaxGradientNorm = 5,
        Augmentation = Augmentation.None,
        Lines = new LineSettings(LineSymbols.Numbers, Width: 160) { StepsOfPlace = 2, Uses = 3 },
    };

    /// <summary>Reads number plates, learned from drawn ones; ships as <c>plates</c>.</summary>
    public static Recipe Plates { get; } = Line with
    {
        Name = "plates",
        Architecture = "plate",
        Epochs = 4,
        Lines = new LineSettings(LineSymbols.Plates, Width: 192) { Plates = 30_000 },
    };

    /// <summary>All recipes by name.</summary>
    public static IReadOnlyDictionary<string, Recipe> All { get; } =
        ((Recipe[])[Quick, Standard, Best, Small, Field, Line, Plates]).ToDictionary(recipe => recipe.Name);

    /// <summary>The named ensembles: <c>committee</c> teaches, <c>ensemble</c> reaches the most, <c>lines</c> ships.</summary>
    public static IReadOnlyDictionary<string, EnsembleRecipe> Ensembles { get; } = new Dictionary<string, EnsembleRecipe>
    {
        ["committee"] = new("committee", [new EnsembleMembers(Standard.Name, 3)]),
        ["ensemble"] = new("ensemble", [new EnsembleMembers(Best.Name, 3), new EnsembleMembers(Standard.Name, 5)]),
        ["lines"] = new("lines", [new EnsembleMembers(Line.Name, 2)]),
    };
}
