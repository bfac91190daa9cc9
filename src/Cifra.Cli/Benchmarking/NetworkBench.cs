using Cifra.Network;
using Cifra.Training;

namespace Cifra.Cli.Benchmarking;

/// <summary>Times whole networks: batches of inference by one thread and by all, and training as the recipe has it.</summary>
internal static class NetworkBench
{
    public static IReadOnlyList<NetworkResult> Run(Meter meter) => [.. meter.Settings.Networks.Select(name => Run(name, meter))];

    /// <summary>Operations of a training step for one picture: forward once, backward twice as many, without the gradient of the picture itself.</summary>
    public static long TrainingFlops(NeuralNetwork network) => (3 * network.Flops) - network.Layers[0].Flops(network.Input);

    private static NetworkResult Run(string name, Meter meter)
    {
        BenchSettings settings = meter.Settings;
        meter.Begin($"{name}: inference and training");
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All[name], seed: 1);
        Recipe recipe = BenchRecipes.Of(name);
        var one = new InferenceRun(network, threads: 1, settings.Batch);
        var all = new InferenceRun(network, settings.Threads, settings.Batch);
        using var training = new TrainingRun(recipe, meter.TrainingSet, settings.Threads);
        meter.WarmUp(one.Run);
        meter.WarmUp(all.Run);
        meter.WarmUp(training.Run);

        IReadOnlyList<Speed> speeds = meter.MeasureInTurn(
        [
            new(one.Run, settings.Inference, 1, network.Flops),
            new(all.Run, settings.Inference, settings.Threads, network.Flops),
            new(training.Run, settings.Training, settings.Threads, TrainingFlops(network)),
        ]);
        return new NetworkResult(
            name,
            Significant.Round(network.Flops / 1e6),
            settings.Batch,
            speeds[0],
            speeds[1],
            recipe.BatchSize,
            recipe.Optimizer.GetType().Name,
            recipe.Augmentation != Augmentation.None,
            speeds[2]);
    }
}
