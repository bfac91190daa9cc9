using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Training;

namespace Cifra.Tests.Training.Lines;

public sealed class LineTrainingTests
{
    private static readonly Recipe Tiny = Recipes.Line with
    {
        Name = "tiny-lines",
        Epochs = 3,
        BatchSize = 16,
        Lines = Recipes.Line.Lines! with { Width = 96, Uses = 2 },
    };

    private static readonly Lazy<string> Whole = new(() => TinyTraining.Hash(TinyTraining.Run(threads: 1, Tiny)));

    [Fact]
    public void Run_MoreThreads_GivesTheSameNetwork() => Assert.Equal(Whole.Value, TinyTraining.Hash(TinyTraining.Run(threads: 3, Tiny)));

    [Fact]
    public void Run_StoppedAfterAnEpoch_GoesOnToTheSameNetwork()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource();
        TrainingOptions options = new() { Threads = 2, Seed = 1, CheckpointPath = folder.At("c.checkpoint") };
        TrainingOptions stopped = options with { Progress = _ => stop.Cancel() };

        Assert.Throws<OperationCanceledException>(() => new Trainer(Tiny, TinyTraining.Digits, null, stopped).Run(stop.Token));
        TrainingResult resumed = new Trainer(Tiny, TinyTraining.Digits, null, options).Run(TestContext.Current.CancellationToken);

        Assert.Equal(Whole.Value, TinyTraining.Hash(resumed));
    }

    [Fact]
    public void Run_ShippedRecipe_GivesTwoStepsForFourColumnsAndWeightsOfSixteenBits()
    {
        TrainingResult result = TinyTraining.Run(threads: 2, Tiny with { Epochs = 1 });

        LineScores scores = new LineClassifier(result.Network, result.Card).Scores(new GrayImage(50, LineNormalizer.Height));

        Assert.Equal(2, scores.Columns);
        Assert.Equal(25, scores.Steps);
        Assert.All(result.Network.Parameters, one => Assert.True(one.Parameter.Dimensions.Count == 1 || HalfPrecision.Holds(one.Parameter.Values)));
    }
}
