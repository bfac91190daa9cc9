using System.Diagnostics;
using Cifra.Reading.Output;

namespace Cifra.Cli.Benchmarking;

/// <summary>All of <c>cifra bench</c>.</summary>
internal static class Benchmark
{
    /// <param name="settings">What to measure, and for how long.</param>
    /// <param name="show">Hears what is going on.</param>
    /// <param name="cancellation">Stops between two rounds.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static BenchReport Run(BenchSettings settings, Action<string> show, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        var meter = new Meter(settings, show, cancellation);
        IReadOnlyList<MemoryResult> memory = MemoryBench.Run(meter); // first: its peak never falls
        IReadOnlyList<KernelResult> kernels = KernelBench.Run(meter);
        IReadOnlyList<NetworkResult> networks = NetworkBench.Run(meter);
        IReadOnlyList<LatencyResult> latency = LatencyBench.Run(meter);
        ScalingResult? scaling = settings.Scaling ? ScalingBench.Run(meter) : null;
        var peak = new PeakResult(Significant.Round(meter.BestPeak(1) / 1e9), Significant.Round(meter.BestPeak(settings.Threads) / 1e9));
        return new BenchReport(
            JsonLine.SchemaVersion,
            MachineFacts.Read(),
            settings.Threads,
            peak,
            kernels,
            networks,
            latency,
            memory,
            scaling,
            Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1));
    }
}
