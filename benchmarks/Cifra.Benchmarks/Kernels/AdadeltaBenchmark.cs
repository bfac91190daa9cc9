using BenchmarkDotNet.Attributes;
using Cifra.Cli.Benchmarking;
using Cifra.Training.Optimizers;

namespace Cifra.Benchmarks.Kernels;

/// <summary>A step of Adadelta for the weights of `quick`'s first dense layer.</summary>
public class AdadeltaBenchmark
{
    private const int Length = 800 * 256;

    private static readonly AdadeltaStep Step = new(Rate: 1, Share: 0.1f, Epsilon: 1e-6f, Decay: 0);

    private readonly float[] _weights = Noise.Of(Length, key: 1);
    private readonly float[] _gradients = Noise.Of(Length, key: 2);
    private readonly float[] _squares = new float[Length];
    private readonly float[] _changes = new float[Length];

    [Benchmark(Baseline = true)]
    public void Twin()
    {
        for (int i = 0; i < Length; i++)
        {
            (_weights[i], _squares[i], _changes[i]) = AdadeltaOptimizer.Reference(_weights[i], _gradients[i], _squares[i], _changes[i], Step);
        }
    }

    [Benchmark]
    public void Kernel() => AdadeltaOptimizer.Apply(_weights, _gradients, _squares, _changes, Step);
}
