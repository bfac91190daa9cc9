using Cifra.Numerics;
using Cifra.Training;
using Cifra.Training.Optimizers;

namespace Cifra.Tests.Training;

/// <summary>A training that was stopped, or fell over, any number of times ends with the bits of one that never was.</summary>
public sealed class ResumeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Run_CancelledAtRandomSteps_EndsWithTheSameBits()
    {
        TrainingResult whole = New(threads: 2, path: null).Run(Stop);
        for (int round = 0; round < 2; round++)
        {
            using var folder = new TempFolder();
            string path = folder.At("training.safetensors");
            var random = new SeededRandom(60, round);
            for (long stop = random.Next(1, 3); stop < 6; stop += random.Next(1, 4))
            {
                Assert.Equal(stop, RunUntil(stop, path, threads: random.Next(1, 4)));
            }

            ExpectSame(whole, New(threads: 3, path).Run(Stop));
        }
    }

    [Fact]
    public void Run_FallenOverBetweenCheckpoints_ContinuesFromTheLastOne()
    {
        using var folder = new TempFolder();
        string path = folder.At("training.safetensors");
        var crash = new TrainingOptions
        {
            Threads = 2,
            CheckpointPath = path,
            Time = new SteppingTime(),
            CheckpointInterval = TimeSpan.FromSeconds(8), // on that clock: every second step or so
            Progress = progress =>
            {
                if (progress.Step == 5)
                {
                    throw new IOException("the power is gone");
                }
            },
        };

        Assert.Throws<IOException>(() => new Trainer(TinyTraining.Recipe, TinyTraining.Digits, TinyTraining.Validation, crash).Run(Stop));
        Assert.True(File.Exists(path));

        ExpectSame(New(threads: 2, path: null).Run(Stop), New(threads: 2, path).Run(Stop));
    }

    [Fact]
    public void Run_MomentumWithoutAverageOrNorm_EndsWithTheSameBits() => ExpectResumed(TinyTraining.Recipe with
    {
        Architecture = "quick",
        Optimizer = new OptimizerSettings.Sgd(),
        Schedule = new Schedule.Cosine(),
        LearningRate = 0.001,
        MaxGradientNorm = null,
        AverageDecay = null,
    });

    [Fact]
    public void Run_Adadelta_EndsWithTheSameBits() => ExpectResumed(TinyTraining.Recipe with
    {
        Architecture = "quick",
        Optimizer = new OptimizerSettings.Adadelta(),
        LearningRate = 1,
        AverageDecay = null,
    });

    [Fact]
    public void Run_FinishedTraining_GivesTheResultAgain()
    {
        using var folder = new TempFolder();
        string path = folder.At("training.safetensors");
        Assert.Equal(6, RunUntil(6, path, threads: 2)); // cancelled after the last step

        ExpectSame(New(threads: 2, path: null).Run(Stop), New(threads: 2, path).Run(Stop));
    }

    private static void ExpectResumed(Recipe recipe)
    {
        using var folder = new TempFolder();
        string path = folder.At("training.safetensors");
        RunUntil(4, path, threads: 2, recipe);

        ExpectSame(New(threads: 2, path: null, recipe).Run(Stop), New(threads: 1, path, recipe).Run(Stop));
    }

    private static void ExpectSame(TrainingResult expected, TrainingResult actual)
    {
        Assert.Equal(TinyTraining.Hash(expected), TinyTraining.Hash(actual));
        Assert.Equal(
            expected.Card.History.Select(epoch => epoch with { Seconds = 0 }), actual.Card.History.Select(epoch => epoch with { Seconds = 0 }));
    }

    private static Trainer New(int threads, string? path, Recipe? recipe = null) => new(
        recipe ?? TinyTraining.Recipe, TinyTraining.Digits, TinyTraining.Validation, new TrainingOptions { Threads = threads, CheckpointPath = path });

    // Cancels at that step, and returns the step that the last report was about.
    private static long RunUntil(long stop, string path, int threads, Recipe? recipe = null)
    {
        using var cancellation = new CancellationTokenSource();
        long last = 0;
        var options = new TrainingOptions
        {
            Threads = threads,
            CheckpointPath = path,
            CheckpointInterval = TimeSpan.MaxValue,
            Time = new SteppingTime(),
            Progress = progress =>
            {
                last = progress.Step;
                if (progress.Step == stop)
                {
                    cancellation.Cancel();
                }
            },
        };
        var trainer = new Trainer(recipe ?? TinyTraining.Recipe, TinyTraining.Digits, TinyTraining.Validation, options);
        Assert.Throws<OperationCanceledException>(() => trainer.Run(cancellation.Token));
        return last;
    }
}
