using Cifra.Cli.Benchmarking;
using Cifra.Data;
using Cifra.Training;
using Cifra.Training.Optimizers;

namespace Cifra.Benchmarks.Peers;

/// <summary>Training against PyTorch: the same layers, batch and rule of a step. Pictures lie in memory on both sides.</summary>
internal static class TrainingRows
{
    private const double Target = 3;
    private const int Threads = 2;

    private static readonly Recipe[] Recipes =
    [
        BenchRecipes.Of("example"),
        new()
        {
            Name = "quick",
            Architecture = "quick",
            Epochs = 1,
            BatchSize = 256,
            LearningRate = 0.001,
            Schedule = new Schedule.Constant(),
            Optimizer = new OptimizerSettings.Adam(),
        },
    ];

    /// <param name="peer">PyTorch.</param>
    /// <param name="seconds">Length of a round.</param>
    public static IEnumerable<(Comparison Row, IDisposable Owner)> Of(Peer peer, double seconds)
    {
        DigitSet digits = BenchPictures.Create(new BenchSettings().TrainingSet);
        foreach (Recipe recipe in Recipes)
        {
            var run = new TrainingRun(recipe, digits, Threads);
            bool warm = false;
            yield return (
                new Comparison(
                    $"training {recipe.Architecture}, batches of {recipe.BatchSize}, {recipe.Optimizer.GetType().Name}",
                    Threads,
                    Comparison.ImagesPerSecond,
                    Target,
                    Ours,
                    () => peer.Train(recipe.Architecture, Threads, recipe.BatchSize, seconds).PerSecond),
                run);

            double Ours()
            {
                if (!warm)
                {
                    WarmUp.Run(time => run.Run(time).PerSecond, new BenchSettings(), CancellationToken.None);
                    warm = true;
                }

                return run.Run(TimeSpan.FromSeconds(seconds)).PerSecond;
            }
        }
    }
}
