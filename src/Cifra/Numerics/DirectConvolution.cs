namespace Cifra.Numerics;

/// <summary>A convolution by its definition: every tap of every kernel, for all windows and strides (<see cref="IndirectProduct"/>).</summary>
internal sealed class DirectConvolution : BlockConvolution
{
    private readonly ConvolutionGeometry _geometry;
    private readonly int _area;

    /// <inheritdoc cref="BlockConvolution(Shape, int, Window)"/>
    public DirectConvolution(Shape input, int outputs, Window window)
        : base(input, outputs, window)
    {
        _geometry = new ConvolutionGeometry(input, window);
        _area = window.Height * window.Width;
    }

    /// <inheritdoc/>
    public override int PackedSize => IndirectProduct.PackedSize(Output.Channels, _geometry.Taps.Length);

    /// <inheritdoc/>
    public override void Pack(KernelView kernels, ReadOnlySpan<float> bias, Span<float> packed) =>
        IndirectProduct.Pack(kernels, Input.Channels, _area, bias, packed, Output.Channels);

    /// <inheritdoc/>
    public override void Run(ReadOnlySpan<float> packed, ReadOnlySpan<float> x, Span<float> y, ConvolutionEnd end, Span<float> places, Scratch scratch)
    {
        if (Window.PaddingHeight > 0 || Window.PaddingWidth > 0)
        {
            Span<float> padded = scratch.Take(ScratchSlot.Picture, _geometry.PaddedSize);
            _geometry.Pad(x, padded);
            x = padded;
        }

        if (end.Pools)
        {
            RunPooled(packed, x, y, end.Rectify, places, scratch);
        }
        else
        {
            Multiply(packed, x, _geometry.Positions, y, end.Rectify);
        }
    }

    // Two rows of outputs at a time, pooled before the next two overwrite them.
    private void RunPooled(ReadOnlySpan<float> packed, ReadOnlySpan<float> x, Span<float> y, bool rectify, Span<float> places, Scratch scratch)
    {
        Shape pooled = HalvingPool.Of(Output);
        int two = 2 * Output.Width;
        int run = two * Tensor.Lanes;
        int size = pooled.Positions * Tensor.Lanes;
        Span<float> rows = scratch.Take(ScratchSlot.Products, Output.Channels * run);
        for (int row = 0; row < pooled.Height; row++)
        {
            Multiply(packed, x, _geometry.Positions.AsSpan(row * two, two), rows, rectify);
            for (int o = 0; o < Output.Channels; o++)
            {
                Range plane = (o * size)..((o + 1) * size);
                HalvingPool.Write(rows.Slice(o * run, run), Output.Width, y[plane], places.IsEmpty ? [] : places[plane], pooled, row, 0);
            }
        }
    }

    private void Multiply(ReadOnlySpan<float> packed, ReadOnlySpan<float> x, ReadOnlySpan<int> positions, Span<float> y, bool rectify) =>
        IndirectProduct.Multiply(
        packed,
        0..IndirectProduct.Tiles(Output.Channels),
        x,
        _geometry.Taps,
        positions,
        y,
        new OutputLayout(Output.Channels, positions.Length * Tensor.Lanes, Tensor.Lanes),
        rectify);
}
