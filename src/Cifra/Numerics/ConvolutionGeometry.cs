namespace Cifra.Numerics;

/// <summary>Offsets of a convolution's taps and positions in a padded picture [C][H + 2·padding][W + 2·padding][16].</summary>
internal sealed class ConvolutionGeometry
{
    private readonly Shape _input;
    private readonly Window _window;
    private readonly int _paddedWidth;
    private readonly int _paddedHeight;

    /// <summary>The geometry for images of this size; the count of the batch does not matter.</summary>
    public ConvolutionGeometry(Shape input, Window window)
    {
        (int outputHeight, int outputWidth) = window.Output(input.Height, input.Width);
        _input = input;
        _window = window;
        _paddedHeight = input.Height + (2 * window.PaddingHeight);
        _paddedWidth = input.Width + (2 * window.PaddingWidth);
        PaddedSize = checked(input.Channels * _paddedHeight * _paddedWidth * Tensor.Lanes);
        Taps = GeometryTables.Grid(
            input.Channels, window.Height, window.Width, _paddedHeight * _paddedWidth * Tensor.Lanes, _paddedWidth * Tensor.Lanes, Tensor.Lanes);
        Positions = GeometryTables.Grid(
            1, outputHeight, outputWidth, 0, window.Stride * _paddedWidth * Tensor.Lanes, window.Stride * Tensor.Lanes);
    }

    /// <summary>Floats of the padded picture.</summary>
    public int PaddedSize { get; }

    /// <summary>[C·KH·KW] offset of each tap from a position.</summary>
    public int[] Taps { get; }

    /// <summary>[H'·W'] offset of each position.</summary>
    public int[] Positions { get; }

    /// <summary>Copies a block into the middle of zeros.</summary>
    public void Pad(ReadOnlySpan<float> block, Span<float> padded)
    {
        int row = _input.Width * Tensor.Lanes;
        int paddedRow = _paddedWidth * Tensor.Lanes;
        if (_window.PaddingHeight > 0 || _window.PaddingWidth > 0)
        {
            padded.Clear();
        }

        for (int c = 0; c < _input.Channels; c++)
        {
            for (int y = 0; y < _input.Height; y++)
            {
                int to = (((c * _paddedHeight) + y + _window.PaddingHeight) * paddedRow) + (_window.PaddingWidth * Tensor.Lanes);
                block.Slice(((c * _input.Height) + y) * row, row).CopyTo(padded[to..]);
            }
        }
    }
}
