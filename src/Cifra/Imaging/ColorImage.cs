namespace Cifra.Imaging;

/// <summary>A picture of four bytes a pixel: red, green, blue, and alpha (0 clear, 255 solid; not premultiplied).</summary>
public sealed class ColorImage
{
    private readonly byte[] _pixels;

    /// <summary>A picture over <paramref name="pixels"/>, which it keeps and does not copy.</summary>
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

    /// <summary>Luma of the picture laid on white paper, so that clear parts count as paper and not as ink.</summary>
    /// <remarks>Weights 0.299, 0.587, 0.114 (ITU-R BT.601), the ones of JPEG; a grey pixel keeps its level exactly.</remarks>
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
