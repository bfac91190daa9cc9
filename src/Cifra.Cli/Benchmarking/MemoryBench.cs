using System.Diagnostics;
using Cifra.Network;
using Cifra.Training;

namespace Cifra.Cli.Benchmarking;

/// <summary>Measures memory: the process's peak after each piece of work, and what is allocated again and again.</summary>
/// <remarks>
/// The peak never falls, so this comes first of all benchmarks, and within it inference by the first network and training of the
/// second: those two figures hold for a process that does nothing else, to within a few megabytes. The training set is in memory as bytes.
/// </remarks>
internal static class MemoryBench
{
    private const int Calls = 4;
    private const string Inference = "inference";
    private const string Training = "training";

    public static IReadOnlyList<MemoryResult> Run(Meter meter)
    {
        IReadOnlyList<string> names = meter.Settings.Networks;
        IEnumerable<(string Network, string Work)> all = names.Select(name => (name, Inference)).Concat(names.Select(name => (name, Training)));
        (string, string)[] first = [(names[0], Inference), (names[Math.Min(1, names.Count - 1)], Training)];
        return [.. first.Concat(all.Except(first)).Select(one => Run(one.Item1, one.Item2, meter))];
    }

    private static MemoryResult Run(string name, string work, Meter meter)
    {
        meter.Begin($"{name}: memory of {work}");
        double bytes;
        if (work == Inference)
        {
            var run = new InferenceRun(NeuralNetwork.Build(Architectures.All[name], seed: 1), meter.Settings.Threads, meter.Settings.Batch);
            meter.WarmUp(run.Run);
            bytes = run.BytesPerImage(Calls);
        }
        else
        {
            using var run = new TrainingRun(BenchRecipes.Of(name), meter.TrainingSet, meter.Settings.Threads);
            meter.WarmUp(run.Run);
            bytes = run.BytesPerStep(Calls);
        }

        using var process = Process.GetCurrentProcess();
        return new MemoryResult(name, work, Significant.Round(process.PeakWorkingSet64 / 1e6), Significant.Round(bytes));
    }
}
