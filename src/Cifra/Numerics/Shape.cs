using System.Globalization;

namespace Cifra.Numerics;

/// <summary>The size of a batch: N images of C channels, H rows and W columns.</summary>
/// <param name="Count">N, images in the batch.</param>
/// <param name="Channels">C, planes an image.</param>
/// <param name="Height">H, rows a plane.</param>
/// <param name="Width">W, columns a plane.</param>
public readonly record struct Shape(int Count, int Channels, int Height, int Width)
{
    /// <summary>Positions in a plane: H·W.</summary>
    public int Positions => Height * Width;

    /// <summary>Values of one image: C·H·W.</summary>
    public int Features => Channels * Height * Width;

    /// <summary>The same image size with another number of images.</summary>
    public Shape WithCount(int count) => this with { Count = count };

    /// <summary>«2x1x28x28».</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count}x{Channels}x{Height}x{Width}");
}
