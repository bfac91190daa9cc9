using System.Diagnostics;
using Cifra.Network;
using Cifra.Training;

namespace Cifra.Cli.Benchmarking;

/// <summary>Times one picture at a time on one thread, as a program sees it that reads a digit now and then, over and over.</summary>
internal static class LatencyBench
{
    public static IReadOnlyList<LatencyResult> Run(Meter meter) => [.. meter.Settings.Networks.Select(name => Run(name, meter))];

    private static LatencyResult Run(string name, Meter meter)
    {
        meter.Begin($"{name}: one picture");
        var run = new InferenceRun(NeuralNetwork.Build(Architectures.All[name], seed: 1), threads: 1, batch: 1);
        meter.WarmUp(run.Run);
        var times = new List<double>();
        for (int round = 0; round < meter.Settings.Rounds; round++)
        {
            meter.Begin($"{name}: one picture");
            long start = Stopwatch.GetTimestamp();
            long now = start;
            do
            {
                long before = now;
                run.Read();
                now = Stopwatch.GetTimestamp();
                times.Add(Stopwatch.GetElapsedTime(before, now).TotalMicroseconds);
            }
            while (Stopwatch.GetElapsedTime(start, now) < meter.Settings.Latency);
        }

        times.Sort();
        return new LatencyResult(name, Significant.Round(Pace.Median(times)), Significant.Round(times[(int)Math.Ceiling(0.99 * times.Count) - 1]));
    }
}
