using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Training;
using Cifra.Training.Optimizers;

namespace Cifra.Tests.Training;

/// <summary>The smallest trainings that have everything in them: convolution, norm, pool, dense, average, elastic augmentation, clipping.</summary>
internal static class TinyTraining
{
    /// <summary>64 drawn digits in batches of 24: the last batch of an epoch has 16.</summary>
    public static DigitSet Digits { get; } = DrawnDigits.Create(64, seed: 11);

    public static DigitSet Validation { get; } = DrawnDigits.Create(20, seed: 12);

    /// <summary>Three steps an epoch.</summary>
    public static Recipe Recipe { get; } = new()
    {
        Name = "tiny",
        Architecture = "standard",
        Epochs = 2,
        BatchSize = 24,
        LearningRate = 0.01,
        Schedule = new Schedule.OneCycle(),
        Optimizer = new OptimizerSettings.AdamW(),
        WeightDecay = 0.05,
        LabelSmoothing = 0.1,
        MaxGradientNorm = 5,
        AverageDecay = 0.9,
        Augmentation = new Augmentation { Shift = 1.5, Rotation = 10, Scale = 0.1, Shear = 0.1, Elastic = 0.5 },
        MildEpochs = 1,
    };

    /// <summary>SHA-256 of every weight and statistic of the result.</summary>
    public static string Hash(TrainingResult result)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((_, Parameter parameter) in result.Network.Parameters)
        {
            digest.AppendData(MemoryMarshal.AsBytes(parameter.Values));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    /// <summary>Trains from the beginning to the end.</summary>
    public static TrainingResult Run(int threads, Recipe? recipe = null, long seed = 1) =>
        new Trainer(recipe ?? Recipe, Digits, validation: null, new TrainingOptions { Threads = threads, Seed = seed }).Run();
}
