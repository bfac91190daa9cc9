using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A convolution with the norm, the rectifier and the 2x2 pool that follow it.</summary>
internal sealed class ConvolutionStep : InferenceStep
{
    private readonly BlockConvolution _convolution;
    private readonly ConvolutionEnd _end;
    private readonly AlignedFloats _packed = new();

    /// <summary>The step.</summary>
    /// <param name="convolution">The algorithm.</param>
    /// <param name="weight">[O, C, KH, KW], with the norm folded in.</param>
    /// <param name="bias">[O] the same.</param>
    /// <param name="end">What follows.</param>
    public ConvolutionStep(BlockConvolution convolution, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ConvolutionEnd end)
        : base(end.Output(convolution.Output))
    {
        _convolution = convolution;
        _end = end;
        int area = convolution.Window.Height * convolution.Window.Width;
        convolution.Pack(KernelView.Forward(weight, convolution.Input.Channels, area), bias, _packed.Take(convolution.PackedSize));
    }

    /// <summary>The algorithm.</summary>
    public BlockConvolution Convolution => _convolution;

    /// <summary>What follows.</summary>
    public ConvolutionEnd End => _end;

    /// <summary>The weights, laid out for the algorithm.</summary>
    public ReadOnlySpan<float> Packed => _packed.Take(_convolution.PackedSize);

    /// <inheritdoc/>
    public override void Run(ReadOnlySpan<float> x, Span<float> y, int blocks, Scratch scratch)
    {
        int from = _convolution.Input.Features * Tensor.Lanes;
        int to = Output.Features * Tensor.Lanes;
        for (int block = 0; block < blocks; block++)
        {
            _convolution.Run(Packed, x.Slice(block * from, from), y.Slice(block * to, to), _end, [], scratch);
        }
    }
}
