using BenchmarkDotNet.Attributes;
using Cifra.Cli.Benchmarking;
using Cifra.Training.Optimizers;

namespace Cifra.Benchmarks.Kernels;

/// <summary>A step of gradient descent with momentum for the weights of `quick`'s first dense layer.</summary>
public class SgdBenchmark
{
    private const int Length = 800 * 256;

    private static readonly SgdStep Step = new(Rate: 0.01f, Momentum: 0.9f, Decay: 0, Nesterov: true);

    private readonly float[] _weights = Noise.Of(Length, key: 1);
    private readonly float[] _gradients = Noise.Of(Length, key: 2);
    private readonly float[] _velocities = new float[Length];

    [Benchmark(Baseline = true)]
    public void Twin()
    {
        for (int i = 0; i < Length; i++)
        {
            (_weights[i], _velocities[i]) = SgdOptimizer.Reference(_weights[i], _gradients[i], _velocities[i], Step);
        }
    }

    [Benchmark]
    public void Kernel() => SgdOptimizer.Apply(_weights, _gradients, _velocities, Step);
}
