namespace Cifra.Numerics;

/// <summary>
/// A convolution's gradient to its input as a convolution of its own: dy is spread out with stride-1 zeros between its
/// positions and a border, and the kernel, turned by 180°, slides over that with stride 1.
/// </summary>
/// <remarks>Dumoulin and Visin 2016, "A guide to convolution arithmetic for deep learning", chapter 4 (arXiv:1603.07285).</remarks>
internal sealed class TransposedGeometry
{
    private readonly Shape _dy;
    private readonly Window _window;
    private readonly int _height;
    private readonly int _width;

    /// <summary>The geometry for images of this size; the count of the batch does not matter.</summary>
    public TransposedGeometry(Shape dx, Shape dy, Window window)
    {
        _dy = dy;
        _window = window;
        _height = dx.Height + window.Height - 1;
        _width = dx.Width + window.Width - 1;
        SpreadSize = checked(dy.Channels * _height * _width * Tensor.Lanes);
        Taps = GeometryTables.Grid(dy.Channels, window.Height, window.Width, _height * _width * Tensor.Lanes, _width * Tensor.Lanes, Tensor.Lanes);
        Positions = GeometryTables.Grid(1, dx.Height, dx.Width, 0, _width * Tensor.Lanes, Tensor.Lanes);
    }

    /// <summary>Floats of the spread-out gradient.</summary>
    public int SpreadSize { get; }

    /// <summary>[O·KH·KW] offset of each tap from a position.</summary>
    public int[] Taps { get; }

    /// <summary>[H·W] offset of each position.</summary>
    public int[] Positions { get; }

    /// <summary>Spreads a block of dy out. Padding of the forward pass cuts into the border.</summary>
    public void Spread(ReadOnlySpan<float> dy, Span<float> spread)
    {
        spread.Clear();
        int top = _window.Height - 1 - _window.PaddingHeight;
        int left = _window.Width - 1 - _window.PaddingWidth;
        for (int o = 0; o < _dy.Channels; o++)
        {
            for (int r = 0; r < _dy.Height; r++)
            {
                int y = top + (r * _window.Stride);
                if (y < 0 || y >= _height)
                {
                    continue;
                }

                for (int c = 0; c < _dy.Width; c++)
                {
                    int x = left + (c * _window.Stride);
                    if (x >= 0 && x < _width)
                    {
                        int from = ((((o * _dy.Height) + r) * _dy.Width) + c) * Tensor.Lanes;
                        dy.Slice(from, Tensor.Lanes).CopyTo(spread[((((o * _height) + y) * _width + x) * Tensor.Lanes)..]);
                    }
                }
            }
        }
    }
}
