using System.Diagnostics;
using System.Globalization;
using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Network.Digits;
using Cifra.Network.Lines;
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
        return new ModelSpeed(Significant.Round(perSecond), Significant.Round(Pace.Median(Latencies(single.Read))), Machine(MachineFacts.Read()));
    }

    /// <summary>Times line networks: one line of the width that they were trained with.</summary>
    public static ModelSpeed Measure(LineClassifier lines, CancellationToken cancellation)
    {
        var picture = new GrayImage(lines.Networks[0].Input.Width, LineNormalizer.Height);
        new Random(1).NextBytes(picture.Pixels);
        _ = Pace.Of(() => lines.ScoresOfEach(picture), Time / 2); // the just-in-time compiler's time
        cancellation.ThrowIfCancellationRequested();
        double median = Pace.Median(Latencies(() => lines.ScoresOfEach(picture)));
        return new ModelSpeed(Significant.Round(1e6 / median), Significant.Round(median), Machine(MachineFacts.Read()));
    }

    private static List<double> Latencies(Action read)
    {
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        long now = start;
        do
        {
            long before = now;
            read();
            now = Stopwatch.GetTimestamp();
            times.Add(Stopwatch.GetElapsedTime(before, now).TotalMicroseconds);
        }
        while (Stopwatch.GetElapsedTime(start, now) < Time);

        return times;
    }

    private static string Machine(MachineFacts facts) => string.Create(
        CultureInfo.InvariantCulture, $"{facts.Processor}, {facts.Cores} cores, {facts.VectorBits}-bit vectors, {facts.Runtime}");
}
