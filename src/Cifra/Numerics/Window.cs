using System.Globalization;

namespace Cifra.Numerics;

/// <summary>The window that a convolution or a pool slides over a picture.</summary>
/// <param name="Height">Rows of the kernel, 1 or more.</param>
/// <param name="Width">Columns of the kernel, 1 or more.</param>
/// <param name="Stride">Step between two windows, down and across, 1 or more.</param>
/// <param name="PaddingHeight">Rows of zeros above and below.</param>
/// <param name="PaddingWidth">Columns of zeros left and right.</param>
public readonly record struct Window(int Height, int Width, int Stride = 1, int PaddingHeight = 0, int PaddingWidth = 0)
{
    /// <summary>A square window with the same padding on all sides.</summary>
    public static Window Square(int side, int stride = 1, int padding = 0) => new(side, side, stride, padding, padding);

    /// <summary>Rows and columns that the window gives on a picture.</summary>
    /// <exception cref="ArgumentException">The padded picture is smaller than the window.</exception>
    public (int Height, int Width) Output(int height, int width)
    {
        int rows = height + (2 * PaddingHeight) - Height;
        int columns = width + (2 * PaddingWidth) - Width;
        return rows >= 0 && columns >= 0
            ? ((rows / Stride) + 1, (columns / Stride) + 1)
            : throw new ArgumentException($"A window of {this} does not fit a picture of {height}x{width}.");
    }

    /// <summary>«5x3 stride 2 padding 1x0».</summary>
    public override string ToString()
    {
        string stride = Stride == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" stride {Stride}");
        string padding = PaddingHeight == 0 && PaddingWidth == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" padding {PaddingHeight}x{PaddingWidth}");
        return string.Create(CultureInfo.InvariantCulture, $"{Height}x{Width}{stride}{padding}");
    }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Stride);
        ArgumentOutOfRangeException.ThrowIfNegative(PaddingHeight);
        ArgumentOutOfRangeException.ThrowIfNegative(PaddingWidth);
    }
}
