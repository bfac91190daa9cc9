using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>A layer that, outside training, computes each block of sixteen images by itself.</summary>
internal interface IBlockwise
{
    /// <summary>Computes a block's output.</summary>
    /// <param name="x">[C][H][W][16].</param>
    /// <param name="y">Receives the output.</param>
    /// <param name="input">Size of an input image.</param>
    void ForwardBlock(ReadOnlySpan<float> x, Span<float> y, Shape input);
}
