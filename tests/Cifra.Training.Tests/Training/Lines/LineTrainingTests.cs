using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network;
using Cifra.Network.Lines;
using Cifra.Network.Models;
using Cifra.Reading.Lines;
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

    private static readonly HeldOutLineCounts Few = new(Watched: 20, Fitted: 40, Scored: 30);

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

    // A program that trains by the library alone gets what 'cifra train' gets: weights of the evidence, and held-out scores to promise error rates from.
    [Fact]
    public void Run_HeldOutPictures_GivesTheCardItsConfidenceAndScores()
    {
        TrainingOptions options = new() { Threads = 2, HeldOutLines = Few };

        TrainingResult result = new Trainer(
            Tiny with { Epochs = 1 }, TinyTraining.Digits, TinyTraining.Validation, options).Run(TestContext.Current.CancellationToken);

        Assert.Equal(LineEvidence.Names.Order(), result.Card.Confidence!.Keys.Order());
        Assert.Contains(result.Card.Confidence.Values, weight => weight != 0);
        Assert.All(result.Card.Confidence.Values, weight => Assert.True(double.IsFinite(weight)));
        Assert.Equal((30, 0), (result.Card.HeldOut!.Pictures, result.Card.HeldOut.Refused));
        Assert.InRange(result.Card.HeldOut.Misread, 1, 30); // it was trained for a moment only
        using var folder = new TempFolder();
        ModelFile.Save(folder.At("lines.safetensors"), result.Network, result.Card);
        Assert.Equal(result.Card.Confidence, ModelFile.LoadLines(folder.At("lines.safetensors")).Card.Confidence);
    }

    [Fact]
    public void Run_NoHeldOutPicturesOrPlates_FitsNoConfidence()
    {
        Recipe plates = Tiny with { Epochs = 1, Lines = new LineSettings(LineSymbols.Plates, Width: 96) { Plates = 32 } };

        Assert.Null(TinyTraining.Run(threads: 2, Tiny with { Epochs = 1 }).Card.Confidence);
        TrainingOptions options = new() { Threads = 2, HeldOutLines = Few };
        var trainer = new Trainer(plates with { Architecture = "plate" }, TinyTraining.Digits, TinyTraining.Validation, options);
        Assert.Null(trainer.Run(TestContext.Current.CancellationToken).Card.Confidence);
    }

    [Fact]
    public void Join_LineNetworks_KeepsBothAndRefusesARecipeForDigits()
    {
        TrainingResult one = TinyTraining.Run(threads: 2, Tiny with { Epochs = 1 });
        var member = new LineClassifier(one.Network, one.Card);

        (IReadOnlyList<NeuralNetwork> networks, ModelCard card) = Ensemble.Join(
            Recipes.Ensembles["lines"], [member, member], held: null, threads: 2, "by hand");

        Assert.Equal(2, networks.Count);
        Assert.Null(card.Confidence);
        Assert.Throws<ArgumentException>(() => Ensemble.Join(Recipes.Ensembles["committee"], [member], held: null, threads: 2, "by hand"));
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
