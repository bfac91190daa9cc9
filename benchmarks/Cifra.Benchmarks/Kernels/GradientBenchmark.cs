using BenchmarkDotNet.Attributes;
using Cifra.Cli.Benchmarking;
using Cifra.Numerics;

namespace Cifra.Benchmarks.Kernels;

/// <summary><see cref="IndirectGradient"/> for sixteen pictures, at the second convolution of `quick`: 3x3, 24 channels of 12x12 to 32. 22 MFLOP.</summary>
public class GradientBenchmark
{
    private const int Outputs = 32;

    private readonly float[] _x;
    private readonly float[] _dy;
    private readonly float[] _gradient;
    private readonly float[] _sums;
    private readonly int[] _taps;
    private readonly int[] _positions;
    private readonly OutputLayout _layout;

    public GradientBenchmark()
    {
        var geometry = new ConvolutionGeometry(new Shape(1, 24, 12, 12), Window.Square(3));
        _taps = geometry.Taps;
        _positions = geometry.Positions;
        _x = Noise.Of(geometry.PaddedSize, key: 1);
        _dy = Noise.Of(Outputs * _positions.Length * Tensor.Lanes, key: 2);
        _gradient = new float[Outputs * _taps.Length];
        _sums = new float[IndirectGradient.ScratchSize(_taps.Length)];
        _layout = new OutputLayout(Outputs, _positions.Length * Tensor.Lanes, Tensor.Lanes);
    }

    [Benchmark(Baseline = true)]
    public void Twin() => Reference.Gradient(_dy, _x, _taps, _positions, _gradient, _layout);

    [Benchmark]
    public void Kernel() => IndirectGradient.Compute(_dy, _x, _taps, _positions, _gradient, _layout, _sums);
}
