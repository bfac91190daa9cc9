using BenchmarkDotNet.Attributes;
using Cifra.Cli.Benchmarking;
using Cifra.Numerics;

namespace Cifra.Benchmarks.Kernels;

/// <summary>Both algorithms of a convolution for sixteen pictures, at the second one of `quick`: 3x3, 24 channels of 12x12 to 32. 22 MFLOP by the direct method.</summary>
public class ConvolutionBenchmark
{
    private const int Outputs = 32;

    private static readonly Shape Input = new(1, 24, 12, 12);
    private static readonly Window Window3 = Window.Square(3);

    private readonly BlockConvolution _direct = new DirectConvolution(Input, Outputs, Window3);
    private readonly BlockConvolution _winograd = new WinogradConvolution(Input, Outputs, Window3);
    private readonly ConvolutionGeometry _geometry = new(Input, Window3);
    private readonly Scratch _scratch = new();
    private readonly float[] _x = Noise.Of(Input.Features * Tensor.Lanes, key: 1);
    private readonly float[] _weight;
    private readonly float[] _bias = Noise.Of(Outputs, key: 3);
    private readonly float[] _directWeights;
    private readonly float[] _winogradWeights;
    private readonly float[] _y;

    public ConvolutionBenchmark()
    {
        _weight = Noise.Of(Outputs * _geometry.Taps.Length, key: 2);
        _directWeights = Packed(_direct);
        _winogradWeights = Packed(_winograd);
        _y = new float[_direct.Output.Features * Tensor.Lanes];
    }

    [Benchmark(Baseline = true)]
    public void Twin() => Reference.Multiply(
        _weight, _bias, _x, _geometry.Taps, _geometry.Positions, _y, new OutputLayout(Outputs, _geometry.Positions.Length * Tensor.Lanes, Tensor.Lanes));

    [Benchmark]
    public void Direct() => _direct.Run(_directWeights, _x, _y, default, [], _scratch);

    [Benchmark]
    public void Winograd() => _winograd.Run(_winogradWeights, _x, _y, default, [], _scratch);

    private float[] Packed(BlockConvolution convolution)
    {
        float[] packed = new float[convolution.PackedSize];
        convolution.Pack(KernelView.Forward(_weight, Input.Channels, Window3.Height * Window3.Width), _bias, packed);
        return packed;
    }
}
