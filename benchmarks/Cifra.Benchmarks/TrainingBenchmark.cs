using BenchmarkDotNet.Attributes;
using Cifra.Cli.Benchmarking;

namespace Cifra.Benchmarks;

/// <summary>Whole networks in training; an operation is a step, whose pictures are its recipe's batch.</summary>
public class TrainingBenchmark : IDisposable
{
    private TrainingRun? _run;

    [Params("quick", "example", "standard")]
    public string Network { get; set; } = "quick";

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Build() => _run = new TrainingRun(BenchRecipes.Of(Network), BenchPictures.Create(new BenchSettings().TrainingSet), Threads);

    [GlobalCleanup]
    public void Dispose()
    {
        _run?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public void Step() => _run!.Run(TimeSpan.Zero);
}
