using Cifra.Cli.Benchmarking;

namespace Cifra.Cli.Tests.Benchmarking;

/// <summary>Everything that <c>cifra bench</c> measures, each once and with no time to spare: what it finds has the right form and no right size.</summary>
internal static class LeastBench
{
    public static BenchSettings Settings { get; } = new()
    {
        Threads = 2,
        Networks = ["quick"],
        WithShipped = false,
        Batch = 3,
        KernelBatch = 2,
        TrainingSet = 128,
        Rounds = 1,
        ShortestWarmUp = TimeSpan.Zero,
        LongestWarmUp = TimeSpan.Zero,
        Window = TimeSpan.Zero,
        Peak = TimeSpan.Zero,
        Kernel = TimeSpan.Zero,
        Inference = TimeSpan.Zero,
        Training = TimeSpan.Zero,
        Latency = TimeSpan.Zero,
        LargestBatch = 4,
        Channels = [8],
        Depths = [1, 2],
    };
}
