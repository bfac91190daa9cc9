using System.Diagnostics;
using System.Globalization;
using Cifra.Network.Digits;
using Cifra.Reporting.Cards;

namespace Cifra.Cli.Benchmarking;

/// <summary>Times a network for its card: in batches, and one picture at a time, both on one core.</summary>
internal static class SpeedOfModel
{
    private const int Batch = 512;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);

    public static ModelSpeed Measure(DigitClassifier classifier, CancellationToken cancellation)
    {
        var batches = new InferenceRun(classifier.Networks, threads: 1, Batch);
        var single = new InferenceRun(classifier.Networks, threads: 1, batch: 1);
        batches.Run(Time / 2); // the just-in-time compiler's time
        single.Run(Time / 2);
        cancellation.ThrowIfCancellationRequested();
        double perSecond = batches.Run(Time).PerSecond;
        cancellation.ThrowIfCancellationRequested();
        return new ModelSpeed(Significant.Round(perSecond), Significant.Round(Pace.Median(Latencies(single))), Machine(MachineFacts.Read()));
    }

    private static List<double> Latencies(InferenceRun run)
    {
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        long now = start;
        do
        {
            long before = now;
            run.Read();
            now = Stopwatch.GetTimestamp();
            times.Add(Stopwatch.GetElapsedTime(before, now).TotalMicroseconds);
        }
        while (Stopwatch.GetElapsedTime(start, now) < Time);

        return times;
    }

    private static string Machine(MachineFacts facts) => string.Create(
        CultureInfo.InvariantCulture, $"{facts.Processor}, {facts.Cores} cores, {facts.VectorBits}-bit vectors, {facts.Runtime}");
}
