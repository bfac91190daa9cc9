using Cifra.Cli.Benchmarking;
using Cifra.Training;
using Cifra.Training.Optimizers;

namespace Cifra.Cli.Tests.Benchmarking;

public sealed class TrainingRunTests
{
    [Fact]
    public void Run_NoTime_TakesOneStepARound()
    {
        using var run = new TrainingRun(Recipes.Quick, BenchPictures.Create(128), threads: 1);

        Assert.Equal(64, run.Run(TimeSpan.Zero).Count);
        Assert.Equal(64, run.Run(TimeSpan.Zero).Count);
        Assert.True(run.BytesPerStep(1) >= 0);
    }

    [Fact]
    public void Run_TrainingThatFails_ThrowsWhatItThrew()
    {
        Recipe wild = Recipes.Quick with { LearningRate = 1000, Optimizer = new OptimizerSettings.Sgd(), Schedule = new Schedule.Constant() };
        using var run = new TrainingRun(wild, BenchPictures.Create(64), threads: 1);

        Assert.Throws<DivergedException>(() =>
        {
            for (int round = 0; round < 100; round++)
            {
                run.Run(TimeSpan.Zero);
            }
        });
    }

    [Fact]
    public void Constructor_BatchesThatDoNotFit_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingRun(Recipes.Quick, BenchPictures.Create(65), threads: 1));

    [Fact]
    public void Dispose_BeforeAnyRound_Ends() => new TrainingRun(Recipes.Quick, BenchPictures.Create(64), threads: 1).Dispose();
}
