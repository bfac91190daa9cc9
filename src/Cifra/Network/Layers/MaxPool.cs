using Cifra.Numerics;

namespace Cifra.Network.Layers;

/// <summary>The largest value in each window of each plane.</summary>
/// <remarks>A window that lies partly in the padding takes the largest of what it has; the first of equals wins the gradient.</remarks>
public sealed class MaxPool : Layer, IBlockwise
{
    internal const string Kind = "maxPool";

    private readonly Window _window;

    /// <summary>A pool of that window.</summary>
    /// <param name="window">Size, stride, and padding smaller than the size.</param>
    public MaxPool(Window window)
    {
        window.Check();
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(window.PaddingHeight, window.Height, nameof(window));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(window.PaddingWidth, window.Width, nameof(window));
        _window = window;
    }

    /// <inheritdoc/>
    public override LayerDescription Description => new(Kind, new Dictionary<string, double>
    {
        ["height"] = _window.Height,
        ["width"] = _window.Width,
        ["stride"] = _window.Stride,
        ["paddingHeight"] = _window.PaddingHeight,
        ["paddingWidth"] = _window.PaddingWidth,
    });

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        (int height, int width) = _window.Output(input.Height, input.Width);
        return input with { Height = height, Width = width };
    }

    /// <inheritdoc/>
    public override long Flops(Shape input) => (long)OutputShape(input).Features * _window.Height * _window.Width;

    /// <inheritdoc/>
    public override void Forward(Tensor x, Tensor y, Pass pass) =>
        pass.Workers.For(x.Blocks, (block, _) => ForwardBlock(x.Block(block), y.Block(block), x.Shape));

    // y is the first largest x of its window, so dy goes to that x alone; an x that wins in several windows gets their sum.
    /// <inheritdoc/>
    public override void Backward(Tensor x, Tensor dy, Tensor? dx, Pass pass)
    {
        if (dx is null)
        {
            return;
        }

        pass.Workers.For(x.Blocks, (block, _) =>
        {
            dx.Block(block).Clear();
            for (int c = 0; c < x.Shape.Channels; c++)
            {
                BackwardPlane(x.Plane(block, c), dy.Plane(block, c), dx.Plane(block, c), x.Shape, dy.Shape);
            }
        });
    }

    /// <summary>Whether it is the common pool of 2x2 windows side by side.</summary>
    internal bool HalvesOnly => _window == Window.Square(2, stride: 2);

    internal static MaxPool From(LayerDescription d)
    {
        Window window = WindowSettings.Read(d);
        return window.PaddingHeight < window.Height && window.PaddingWidth < window.Width
            ? new MaxPool(window)
            : throw new InvalidDataException($"layer {Kind}: expected padding smaller than the window, found {window}.");
    }

    void IBlockwise.ForwardBlock(ReadOnlySpan<float> x, Span<float> y, Shape input) => ForwardBlock(x, y, input);

    private void ForwardBlock(ReadOnlySpan<float> x, Span<float> y, Shape input)
    {
        Shape output = OutputShape(input);
        for (int c = 0; c < input.Channels; c++)
        {
            ReadOnlySpan<float> from = x.Slice(c * input.Positions * Tensor.Lanes, input.Positions * Tensor.Lanes);
            Span<float> to = y.Slice(c * output.Positions * Tensor.Lanes, output.Positions * Tensor.Lanes);
            for (int p = 0; p < output.Positions; p++)
            {
                Span<float> largest = to.Slice(p * Tensor.Lanes, Tensor.Lanes);
                largest.Fill(float.NegativeInfinity);
                (Range rows, Range columns) = Under(p, input, output.Width);
                for (int r = rows.Start.Value; r < rows.End.Value; r++)
                {
                    for (int col = columns.Start.Value; col < columns.End.Value; col++)
                    {
                        Kernels.Max(from.Slice(((r * input.Width) + col) * Tensor.Lanes, Tensor.Lanes), largest);
                    }
                }
            }
        }
    }

    private void BackwardPlane(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx, Shape input, Shape output)
    {
        Span<float> largest = stackalloc float[Tensor.Lanes];
        Span<int> winner = stackalloc int[Tensor.Lanes];
        for (int p = 0; p < output.Positions; p++)
        {
            largest.Fill(float.NegativeInfinity);
            winner.Fill(-1);
            (Range rows, Range columns) = Under(p, input, output.Width);
            for (int r = rows.Start.Value; r < rows.End.Value; r++)
            {
                for (int col = columns.Start.Value; col < columns.End.Value; col++)
                {
                    int at = ((r * input.Width) + col) * Tensor.Lanes;
                    Kernels.MaxWithPlace(x.Slice(at, Tensor.Lanes), at, largest, winner);
                }
            }

            for (int lane = 0; lane < Tensor.Lanes; lane++)
            {
                if (winner[lane] >= 0) // none where every value of the window is NaN
                {
                    dx[winner[lane] + lane] += dy[(p * Tensor.Lanes) + lane];
                }
            }
        }
    }

    private (Range Rows, Range Columns) Under(int position, Shape input, int outputWidth)
    {
        int top = (position / outputWidth * _window.Stride) - _window.PaddingHeight;
        int left = (position % outputWidth * _window.Stride) - _window.PaddingWidth;
        return (Math.Max(top, 0)..Math.Min(top + _window.Height, input.Height), Math.Max(left, 0)..Math.Min(left + _window.Width, input.Width));
    }
}
