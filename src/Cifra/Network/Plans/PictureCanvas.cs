using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>A picture [H][W][C] with the zeros around it that a convolution reads.</summary>
/// <param name="input">Size of the picture.</param>
/// <param name="channelStep">Floats of a position.</param>
/// <param name="window">Its padding stands above and to the left.</param>
/// <param name="height">Rows of the canvas,</param>
/// <param name="width">and columns.</param>
internal sealed class PictureCanvas(Shape input, int channelStep, Window window, int height, int width)
{
    /// <summary>Floats of a position.</summary>
    public int ToColumn => channelStep;

    /// <summary>Floats from a row to the next.</summary>
    public int ToRow => width * channelStep;

    /// <summary>The picture on the canvas; the picture itself where nothing is around it.</summary>
    public ReadOnlySpan<float> Put(ReadOnlySpan<float> x, Scratch scratch)
    {
        if (height == input.Height && width == input.Width)
        {
            return x;
        }

        Span<float> canvas = scratch.Take(ScratchSlot.Picture, height * ToRow);
        canvas.Clear();
        int row = input.Width * channelStep;
        for (int r = 0; r < input.Height; r++)
        {
            x.Slice(r * row, row).CopyTo(canvas[(((r + window.PaddingHeight) * ToRow) + (window.PaddingWidth * channelStep))..]);
        }

        return canvas;
    }
}
