using BenchmarkDotNet.Attributes;
using Cifra.Cli.Benchmarking;
using Cifra.Training.Optimizers;

namespace Cifra.Benchmarks.Kernels;

/// <summary>A step of Adam for the weights of `quick`'s first dense layer.</summary>
public class AdamBenchmark
{
    private const int Length = 800 * 256;

    private static readonly AdamStep Step = AdamStep.Of(new AdamConstants(0.9, 0.999, 1e-8), rate: 0.001, step: 3, addedDecay: 0, takenDecay: 0);

    private readonly float[] _weights = Noise.Of(Length, key: 1);
    private readonly float[] _gradients = Noise.Of(Length, key: 2);
    private readonly float[] _means = new float[Length];
    private readonly float[] _squares = new float[Length];

    [Benchmark(Baseline = true)]
    public void Twin()
    {
        for (int i = 0; i < Length; i++)
        {
            (_weights[i], _means[i], _squares[i]) = AdamOptimizer.Reference(_weights[i], _gradients[i], _means[i], _squares[i], Step);
        }
    }

    [Benchmark]
    public void Kernel() => AdamOptimizer.Apply(_weights, _gradients, _means, _squares, Step);
}
