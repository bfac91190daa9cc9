using Cifra.Data;
using Cifra.Data.Drawn;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Training;
using Cifra.Training.Optimizers;

namespace Cifra.Tests.Training;

public sealed class TrainerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Run_DrawnDigits_LearnsToReadOthers()
    {
        Recipe recipe = Recipes.Quick with { Name = "small", Epochs = 2, BatchSize = 32 };
        DigitSet heldOut = DrawnDigits.Create(200, seed: 101);

        TrainingResult result = new Trainer(recipe, DrawnDigits.Create(700, seed: 100), heldOut, new TrainingOptions()).Run(Stop);

        EpochRecord last = result.Card.History[^1];
        Assert.True(last.ValidationAccuracy > 0.9, $"read {last.ValidationAccuracy:P1} of the held-out drawn digits");
        Assert.True(last.TrainLoss < result.Card.History[0].TrainLoss);
        Assert.Equal((700, 200, "small", "drawn"), (result.Card.TrainImages, result.Card.ValidationImages, result.Card.Recipe, result.Card.Data));
        Assert.Equal(last.ValidationAccuracy!.Value, Accuracy(new DigitClassifier(result.Network), heldOut), 1e-9);
    }

    [Fact]
    public void Run_WithValidation_ChangesOnlyTheScaleOfTheLastLayer()
    {
        var trainer = new Trainer(TinyTraining.Recipe, TinyTraining.Digits, TinyTraining.Validation, new TrainingOptions { Threads = 2 });

        (string Name, Parameter Parameter)[] with = [.. trainer.Run(Stop).Network.Parameters];
        (string Name, Parameter Parameter)[] without = [.. TinyTraining.Run(threads: 2).Network.Parameters];

        foreach (((string name, Parameter calibrated), (_, Parameter plain)) in with[..^2].Zip(without[..^2]))
        {
            Assert.True(plain.Values.SequenceEqual(calibrated.Values), name);
        }

        float scale = with[^2].Parameter.Values[0] / without[^2].Parameter.Values[0];
        foreach (((string name, Parameter calibrated), (_, Parameter plain)) in with[^2..].Zip(without[^2..]))
        {
            for (int i = 0; i < plain.Length; i++)
            {
                Assert.True(Math.Abs(calibrated.Values[i] - (scale * plain.Values[i])) <= 1e-5f * Math.Abs(plain.Values[i]), $"{name} {i}");
            }
        }
    }

    [Fact]
    public void Run_AnotherSeed_AnotherResult() =>
        Assert.NotEqual(TinyTraining.Hash(TinyTraining.Run(threads: 2)), TinyTraining.Hash(TinyTraining.Run(threads: 2, seed: 2)));

    [Fact]
    public void Run_EveryStep_ReportsItsPlaceAndCurves()
    {
        var reports = new List<TrainingProgress>();
        var options = new TrainingOptions { Threads = 2, Time = new SteppingTime(), Progress = reports.Add };

        TrainingResult result = new Trainer(TinyTraining.Recipe, TinyTraining.Digits, TinyTraining.Validation, options).Run(Stop);

        Assert.Equal([1, 2, 3, 4, 5, 6], reports.Select(r => r.Step));
        Assert.Equal([1, 1, 1, 2, 2, 2], reports.Select(r => r.Epoch));
        Assert.All(reports, r => Assert.Equal((6, 2, false), (r.Steps, r.Epochs, r.Resumed)));
        Assert.Equal([false, false, true, false, false, true], reports.Select(r => r.Finished is not null));
        Assert.Equal(result.Card.History, reports.Select(r => r.Finished).OfType<EpochRecord>());
        Assert.All(result.Card.History, epoch => Assert.InRange(epoch.ValidationAccuracy!.Value, 0, 1));
    }

    [Fact]
    public void Run_RateFarTooHigh_SaysThatTheLossIsNoNumber()
    {
        Recipe recipe = TinyTraining.Recipe with
        {
            Architecture = "quick",
            Epochs = 10,
            Optimizer = new OptimizerSettings.Sgd(),
            Schedule = new Schedule.Constant(),
            LearningRate = 1000,
            MaxGradientNorm = null,
        };

        DivergedException error = Assert.Throws<DivergedException>(() => TinyTraining.Run(threads: 2, recipe));

        Assert.Contains("no longer a number", error.Message, StringComparison.Ordinal);
        Assert.Contains("learning rate 1000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnlyTheValidationOverflows_SaysThatTheTrainingDiverged()
    {
        // One step an epoch: its loss is measured before the weights leap, so that validation is the first to see where they went.
        Recipe recipe = TinyTraining.Recipe with
        {
            Architecture = "quick",
            Epochs = 10,
            BatchSize = TinyTraining.Digits.Count,
            Optimizer = new OptimizerSettings.Sgd(),
            Schedule = new Schedule.Constant(),
            LearningRate = 1000,
            MaxGradientNorm = null,
        };
        var trainer = new Trainer(recipe, TinyTraining.Digits, TinyTraining.Validation, new TrainingOptions { Threads = 1 });

        DivergedException error = Assert.Throws<DivergedException>(() => trainer.Run(TestContext.Current.CancellationToken));

        Assert.Contains("held-out pictures are no longer numbers after step ", error.Message, StringComparison.Ordinal);
        Assert.Contains("learning rate 1000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Card_HoldsTheDigestOfPicturesAndLabels()
    {
        var labels = new DigitSet("a", TinyTraining.Digits.AllPixels.ToArray(), [.. TinyTraining.Digits.Labels.ToArray().Select(label => (byte)(9 - label))]);

        string digest = TinyTraining.Run(threads: 1, TinyTraining.Recipe with { Architecture = "quick", Epochs = 1 }).Card.DataDigest!;

        Assert.Equal(TrainingData.Digest(TinyTraining.Digits, null), digest);
        Assert.Matches("^[0-9a-f]{64}$", digest);
        Assert.NotEqual(TrainingData.Digest(TinyTraining.Digits, TinyTraining.Validation), digest);
        Assert.NotEqual(TrainingData.Digest(labels, null), digest);
    }

    [Fact]
    public void Constructor_SettingOutOfRange_IsRefused()
    {
        Recipe sound = TinyTraining.Recipe;
        Recipe[] wrong =
        [
            sound with { Epochs = 0 }, sound with { BatchSize = 0 }, sound with { LearningRate = double.NaN }, sound with { WeightDecay = -1 },
            sound with { LabelSmoothing = 1 }, sound with { MaxGradientNorm = 0 }, sound with { MildEpochs = 3 }, sound with { AverageDecay = 1 },
            sound with { Schedule = new Schedule.StepDecay(0, 0.5) }, sound with { Schedule = new Schedule.StepDecay(2, -1) },
            sound with { Schedule = new Schedule.OneCycle(Warmup: 2) }, sound with { Schedule = new Schedule.Cosine(Final: double.NaN) },
            sound with { Augmentation = new Augmentation { Shift = 100 } },
        ];

        Assert.All(wrong, recipe => Assert.Throws<ArgumentOutOfRangeException>(() => New(recipe)));
        ArgumentException error = Assert.Throws<ArgumentException>(() => New(sound with { Architecture = "none" }));
        Assert.Contains("no architecture \"none\"; there are quick, example, standard", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_NoPicturesOrLabels_IsRefused()
    {
        DigitSet[] wrong = [new("empty", [], []), new("unlabelled", new byte[784], null)];

        Assert.All(wrong, set => Assert.Throws<ArgumentException>(() => new Trainer(TinyTraining.Recipe, set, null, new TrainingOptions())));
        Assert.All(wrong, set => Assert.Throws<ArgumentException>(
            () => new Trainer(TinyTraining.Recipe, TinyTraining.Digits, set, new TrainingOptions())));
    }

    private static Trainer New(Recipe recipe) => new(recipe, TinyTraining.Digits, null, new TrainingOptions());

    private static double Accuracy(DigitClassifier classifier, DigitSet set)
    {
        int correct = 0;
        for (int i = 0; i < set.Count; i++)
        {
            correct += classifier.Classify(set.Pixels(i))[0].Value == set.Labels[i] ? 1 : 0;
        }

        return (double)correct / set.Count;
    }
}
