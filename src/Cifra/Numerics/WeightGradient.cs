namespace Cifra.Numerics;

/// <summary>How the gradient of a convolution to its weights is computed, a block of sixteen images at a time.</summary>
/// <remarks>
/// Each block gives a sum of its own; the sums are added in the order of the blocks and turned into the gradient once.
/// Immutable: any number of threads run it at once, each with scratch memory of its own.
/// </remarks>
internal abstract class WeightGradient
{
    /// <summary>Floats of a block's sum.</summary>
    public abstract int SumSize { get; }

    /// <summary>The fastest algorithm for a convolution of this size.</summary>
    public static WeightGradient For(Shape input, Shape output, Window window) => WinogradWeightGradient.Fits(window, input, output)
        ? new WinogradWeightGradient(input, output, window)
        : new DirectWeightGradient(input, output, window);

    /// <summary>Computes a block's sum.</summary>
    /// <param name="dz">[O][H'][W'][16] the loss's gradient to the outputs.</param>
    /// <param name="x">[C][H][W][16] the inputs.</param>
    /// <param name="sum">[<see cref="SumSize"/>] receives it.</param>
    /// <param name="scratch">The thread's memory.</param>
    public abstract void Compute(ReadOnlySpan<float> dz, ReadOnlySpan<float> x, Span<float> sum, Scratch scratch);

    /// <summary>Turns the sum of all blocks' into the gradient.</summary>
    /// <param name="sum">[<see cref="SumSize"/>].</param>
    /// <param name="gradient">[O, C, KH, KW] receives it.</param>
    public abstract void Finish(ReadOnlySpan<float> sum, Span<float> gradient);
}

/// <summary>By definition: every position of every tap (<see cref="IndirectGradient"/>).</summary>
internal sealed class DirectWeightGradient : WeightGradient
{
    private readonly ConvolutionGeometry _geometry;
    private readonly Window _window;
    private readonly OutputLayout _layout;

    /// <summary>The gradient for images of this size; the count of the batch does not matter.</summary>
    public DirectWeightGradient(Shape input, Shape output, Window window)
    {
        _geometry = new ConvolutionGeometry(input, window);
        _window = window;
        _layout = new OutputLayout(output.Channels, output.Positions * Tensor.Lanes, Tensor.Lanes);
    }

    /// <inheritdoc/>
    public override int SumSize => _layout.Outputs * _geometry.Taps.Length;

    /// <inheritdoc/>
    public override void Compute(ReadOnlySpan<float> dz, ReadOnlySpan<float> x, Span<float> sum, Scratch scratch)
    {
        if (_window.PaddingHeight > 0 || _window.PaddingWidth > 0)
        {
            Span<float> padded = scratch.Take(ScratchSlot.Picture, _geometry.PaddedSize);
            _geometry.Pad(x, padded);
            x = padded;
        }

        Span<float> sums = scratch.Take(ScratchSlot.Sums, IndirectGradient.ScratchSize(_geometry.Taps.Length));
        IndirectGradient.Compute(dz, x, _geometry.Taps, _geometry.Positions, sum, _layout, sums);
    }

    /// <inheritdoc/>
    public override void Finish(ReadOnlySpan<float> sum, Span<float> gradient) => sum.CopyTo(gradient);
}
