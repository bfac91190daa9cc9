namespace Cifra.Numerics;

/// <summary>The gradient of a convolution to its weights, a block of sixteen images at a time, by its definition (<see cref="IndirectGradient"/>).</summary>
/// <remarks>Immutable: any number of threads run it at once, each with scratch memory of its own.</remarks>
internal sealed class WeightGradient
{
    private readonly ConvolutionGeometry _geometry;
    private readonly Window _window;
    private readonly OutputLayout _layout;

    /// <summary>The gradient for images of that size; their number does not matter.</summary>
    public WeightGradient(Shape input, Shape output, Window window)
    {
        _geometry = new ConvolutionGeometry(input, window);
        _window = window;
        _layout = new OutputLayout(output.Channels, output.Positions * Tensor.Lanes, Tensor.Lanes);
    }

    /// <summary>Computes a block's gradient.</summary>
    /// <param name="dz">[O][H'][W'][16] the loss's gradient to the outputs.</param>
    /// <param name="x">[C][H][W][16] the inputs.</param>
    /// <param name="gradient">[O, C, KH, KW] receives the gradient.</param>
    /// <param name="scratch">The thread's memory.</param>
    public void Compute(ReadOnlySpan<float> dz, ReadOnlySpan<float> x, Span<float> gradient, Scratch scratch)
    {
        if (_window.PaddingHeight > 0 || _window.PaddingWidth > 0)
        {
            Span<float> padded = scratch.Take(Room.Picture, _geometry.PaddedSize);
            _geometry.Pad(x, padded);
            x = padded;
        }

        Span<float> sums = scratch.Take(Room.Sums, IndirectGradient.ScratchSize(_geometry.Taps.Length));
        IndirectGradient.Compute(dz, x, _geometry.Taps, _geometry.Positions, gradient, _layout, sums);
    }
}
