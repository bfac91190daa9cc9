using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A layer that stands alone, as it is.</summary>
/// <param name="layer">The layer.</param>
/// <param name="input">Size of an input image.</param>
/// <param name="output">Size of an output image.</param>
internal sealed class LayerStep(IBlockwise layer, Shape input, Shape output) : InferenceStep(output)
{
    /// <summary>The layer.</summary>
    public IBlockwise Layer => layer;

    /// <inheritdoc/>
    public override void Run(ReadOnlySpan<float> x, Span<float> y, int blocks, Scratch scratch)
    {
        int from = input.Features * Tensor.Lanes;
        int to = Output.Features * Tensor.Lanes;
        for (int block = 0; block < blocks; block++)
        {
            layer.ForwardBlock(x.Slice(block * from, from), y.Slice(block * to, to), input);
        }
    }
}
