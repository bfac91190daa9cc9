namespace Cifra.Imaging;

/// <summary>A grey picture, one byte a pixel: 0 is black, 255 is white.</summary>
public sealed class GrayImage
{
    private readonly byte[] _pixels;

    /// <summary>A black picture.</summary>
    /// <param name="width">1 or more pixels.</param>
    /// <param name="height">1 or more pixels.</param>
    public GrayImage(int width, int height)
        : this(width, height, new byte[checked(Positive(width, nameof(width)) * Positive(height, nameof(height)))])
    {
    }

    /// <summary>Wraps <paramref name="pixels"/> without a copy.</summary>
    /// <param name="width">1 or more pixels.</param>
    /// <param name="height">1 or more pixels.</param>
    /// <param name="pixels">[height x width] row after row, top row first.</param>
    /// <exception cref="ArgumentException">The length is not width times height.</exception>
    public GrayImage(int width, int height, byte[] pixels)
    {
        Positive(width, nameof(width));
        Positive(height, nameof(height));
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Length != (long)width * height)
        {
            throw new ArgumentException($"{width}x{height} needs {(long)width * height} pixels; got {pixels.Length}.", nameof(pixels));
        }

        Width = width;
        Height = height;
        _pixels = pixels;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>[Height x Width] row after row, top row first.</summary>
    public Span<byte> Pixels => _pixels;

    /// <summary>The grey level at column <paramref name="x"/> of row <paramref name="y"/>.</summary>
    public byte this[int x, int y]
    {
        get => _pixels[Index(x, y)];
        set => _pixels[Index(x, y)] = value;
    }

    /// <summary>[Width] the pixels of one row.</summary>
    public Span<byte> Row(int y) => _pixels.AsSpan(y * Width, Width);

    private static int Positive(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        return value;
    }

    private int Index(int x, int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)Width, nameof(x));
        return (y * Width) + x;
    }
}
