using BenchmarkDotNet.Attributes;
using Cifra.Cli.Benchmarking;
using Cifra.Numerics;

namespace Cifra.Benchmarks.Kernels;

/// <summary><see cref="IndirectProduct"/> for sixteen pictures, at the second convolution of `quick`: 3x3, 24 channels of 12x12 to 32. 22 MFLOP.</summary>
public class ProductBenchmark
{
    private const int Outputs = 32;

    private readonly float[] _x;
    private readonly float[] _weight;
    private readonly float[] _bias = Noise.Of(Outputs, key: 3);
    private readonly float[] _packed;
    private readonly float[] _y;
    private readonly int[] _taps;
    private readonly int[] _positions;
    private readonly OutputLayout _layout;

    public ProductBenchmark()
    {
        var geometry = new ConvolutionGeometry(new Shape(1, 24, 12, 12), Window.Square(3));
        _taps = geometry.Taps;
        _positions = geometry.Positions;
        _x = Noise.Of(geometry.PaddedSize, key: 1);
        _weight = Noise.Of(Outputs * _taps.Length, key: 2);
        _packed = new float[IndirectProduct.PackedSize(Outputs, _taps.Length)];
        IndirectProduct.Pack(KernelView.Forward(_weight, _taps.Length, area: 1), _taps.Length, 1, _bias, _packed, Outputs);
        _y = new float[Outputs * _positions.Length * Tensor.Lanes];
        _layout = new OutputLayout(Outputs, _positions.Length * Tensor.Lanes, Tensor.Lanes);
    }

    [Benchmark(Baseline = true)]
    public void Twin() => Reference.Multiply(_weight, _bias, _x, _taps, _positions, _y, _layout);

    [Benchmark]
    public void Kernel() => IndirectProduct.Multiply(_packed, 0..IndirectProduct.Tiles(Outputs), _x, _taps, _positions, _y, _layout);
}
