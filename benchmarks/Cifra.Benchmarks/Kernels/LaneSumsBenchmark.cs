using BenchmarkDotNet.Attributes;
using Cifra.Cli.Benchmarking;
using Cifra.Numerics;

namespace Cifra.Benchmarks.Kernels;

/// <summary><see cref="Cifra.Numerics.Kernels.AddRuns"/>, the sum of a plane, for sixteen pictures of 28x28.</summary>
public class LaneSumsBenchmark
{
    private readonly float[] _x = Noise.Of(28 * 28 * Tensor.Lanes, key: 1);
    private readonly float[] _sums = new float[Tensor.Lanes];

    [Benchmark(Baseline = true)]
    public void Twin() => Reference.AddLanewise(_x.Length, _sums, (sum, i) => sum + _x[i]);

    [Benchmark]
    public void Kernel() => Numerics.Kernels.AddRuns(_x, _sums);
}
