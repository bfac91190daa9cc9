using BenchmarkDotNet.Attributes;
using Cifra.Cli.Benchmarking;
using Cifra.Numerics;

namespace Cifra.Benchmarks.Kernels;

/// <summary><see cref="Cifra.Numerics.Kernels.Relu"/> for sixteen pictures of 24 channels of 12x12.</summary>
public class ReluBenchmark
{
    private readonly float[] _x = Noise.Of(24 * 12 * 12 * Tensor.Lanes, key: 1);
    private readonly float[] _y = new float[24 * 12 * 12 * Tensor.Lanes];

    [Benchmark(Baseline = true)]
    public void Twin()
    {
        for (int i = 0; i < _x.Length; i++)
        {
            _y[i] = Reference.Relu(_x[i]);
        }
    }

    [Benchmark]
    public void Kernel() => Numerics.Kernels.Relu(_x, _y);
}
