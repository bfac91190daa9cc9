namespace Cifra.Imaging;

/// <summary>A colour picture, four bytes a pixel: red, green, blue and alpha (0 transparent, 255 opaque; not premultiplied).</summary>
public sealed class ColorImage
{
    private readonly byte[] _pixels;

    /// <summary>Wraps <paramref name="pixels"/> without a copy.</summary>
    /// <param name="width">1 or more pixels.</param>
    /// <param name="height">1 or more pixels.</param>
    /// <param name="pixels">[height x width x 4] RGBA, row after row, top row first.</param>
    /// <exception cref="ArgumentException">The length is not width times height times four.</exception>
    public ColorImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Length != 4L * width * height)
        {
            throw new ArgumentException($"{width}x{height} needs {4L * width * height} bytes; got {pixels.Length}.", nameof(pixels));
        }

        Width = width;
        Height = height;
        _pixels = pixels;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>[Height x Width x 4] RGBA, row after row, top row first.</summary>
    public Span<byte> Pixels => _pixels;

    /// <summary>The luma of the picture on white paper: transparent parts count as paper, not as ink.</summary>
    /// <remarks>Weights 0.299, 0.587, 0.114 (ITU-R BT.601), as in JPEG. A grey pixel keeps its level exactly.</remarks>
    public GrayImage ToGray() => ToGray(CancellationCheck.None);

    internal GrayImage ToGray(CancellationCheck? check)
    {
        var gray = new GrayImage(Width, Height);
        ReadOnlySpan<byte> from = _pixels;
        for (int y = 0; y < Height; y++)
        {
            check?.ThrowIfCancelled();
            Span<byte> to = gray.Row(y);
            for (int x = 0; x < to.Length; x++, from = from[4..])
            {
                int luma = ((from[0] * 19595) + (from[1] * 38470) + (from[2] * 7471) + 32768) >> 16;
                int alpha = from[3];
                to[x] = (byte)(alpha == 255 ? luma : ((luma * alpha) + (255 * (255 - alpha)) + 127) / 255);
            }
        }

        return gray;
    }
}
