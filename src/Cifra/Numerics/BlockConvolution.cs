namespace Cifra.Numerics;

/// <summary>How a convolution of one size is computed, a block of sixteen images at a time.</summary>
/// <remarks>Immutable: any number of threads run it at once, each with scratch memory and weights of its own.</remarks>
internal abstract class BlockConvolution
{
    /// <summary>The algorithm for images of this size; the count of the batch does not matter.</summary>
    protected BlockConvolution(Shape input, int outputs, Window window)
    {
        (int height, int width) = window.Output(input.Height, input.Width);
        Input = input.WithCount(1);
        Output = new Shape(1, outputs, height, width);
        Window = window;
    }

    /// <summary>Size of an input image.</summary>
    public Shape Input { get; }

    /// <summary>Size of an output image, before a pool.</summary>
    public Shape Output { get; }

    /// <summary>Kernel, stride and padding.</summary>
    public Window Window { get; }

    /// <summary>Floats of the packed weights.</summary>
    public abstract int PackedSize { get; }

    /// <summary>The fastest algorithm for a convolution of this size.</summary>
    public static BlockConvolution For(Shape input, int outputs, Window window) => WinogradConvolution.Fits(window, input.Channels, outputs)
        ? new WinogradConvolution(input, outputs, window)
        : new DirectConvolution(input, outputs, window);

    /// <summary>Lays weights out for <see cref="Run"/>.</summary>
    /// <param name="kernels">The kernels and where they stand.</param>
    /// <param name="bias">[O], or empty for none.</param>
    /// <param name="packed">[<see cref="PackedSize"/>] receives them.</param>
    public abstract void Pack(KernelView kernels, ReadOnlySpan<float> bias, Span<float> packed);

    /// <summary>Convolves one block of images.</summary>
    /// <param name="packed">From <see cref="Pack"/>.</param>
    /// <param name="x">[C][H][W][16].</param>
    /// <param name="y">[O][H'][W'][16] receives the outputs, or their pool.</param>
    /// <param name="end">What happens to the sums while they are in the cache.</param>
    /// <param name="places">Like y, receives where the pooled values stood (<see cref="HalvingPool"/>); empty if not needed.</param>
    /// <param name="scratch">The thread's memory.</param>
    public abstract void Run(ReadOnlySpan<float> packed, ReadOnlySpan<float> x, Span<float> y, ConvolutionEnd end, Span<float> places, Scratch scratch);
}

/// <summary>Kernels in memory: that of output o and input c stands at o·OutputStride + c·InputStride.</summary>
/// <param name="weight">All of them.</param>
/// <param name="outputStride">Floats from an output's kernels to the next one's.</param>
/// <param name="inputStride">Floats from an input's kernel to the next one's.</param>
/// <param name="turned">Whether they are to be turned by 180°.</param>
internal readonly ref struct KernelView(ReadOnlySpan<float> weight, int outputStride, int inputStride, bool turned = false)
{
    public readonly ReadOnlySpan<float> Weight = weight;
    public readonly int OutputStride = outputStride;
    public readonly int InputStride = inputStride;
    public readonly bool Turned = turned;

    /// <summary>Kernels [O, C, KH, KW].</summary>
    public static KernelView Forward(ReadOnlySpan<float> weight, int inputs, int area) => new(weight, inputs * area, area);

    /// <summary>The same for the gradient to the input, which has the roles of input and output changed.</summary>
    public static KernelView Backward(ReadOnlySpan<float> weight, int inputs, int area) => new(weight, area, inputs * area, turned: true);
}
