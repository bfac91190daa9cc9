using BenchmarkDotNet.Attributes;
using Cifra.Cli.Benchmarking;
using Cifra.Network;
using Cifra.Training;

namespace Cifra.Benchmarks;

/// <summary>Whole networks reading pictures; an operation is one picture.</summary>
public class InferenceBenchmark
{
    private const int Batch = 512;

    private InferenceRun? _batches;
    private InferenceRun? _single;

    [Params("quick", "example", "standard")]
    public string Network { get; set; } = "quick";

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Build()
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All[Network], seed: 1);
        _batches = new InferenceRun(network, Threads, Batch);
        _single = new InferenceRun(network, Threads, batch: 1);
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void Batches() => _batches!.Read();

    [Benchmark]
    public void OnePicture() => _single!.Read();
}
