namespace Cifra.Imaging;

/// <summary>Sums of pixels over squares of any size, each in constant time.</summary>
/// <remarks>An integral image (Crow 1984): entry (x, y) is the sum of all pixels above and to the left.</remarks>
internal sealed class BoxSums
{
    private readonly long[] _sums;
    private readonly int _stride;
    private readonly int _width;
    private readonly int _height;

    private BoxSums(int width, int height)
    {
        _width = width;
        _height = height;
        _stride = width + 1;
        _sums = new long[(long)_stride * (height + 1)];
    }

    /// <summary>Sums of grey levels.</summary>
    public static BoxSums OfLevels(GrayImage picture) => Build(picture, squared: false);

    /// <summary>Sums of squared grey levels.</summary>
    public static BoxSums OfSquares(GrayImage picture) => Build(picture, squared: true);

    /// <summary>
    /// The sum over the square that reaches <paramref name="radius"/> pixels each way from a pixel, cut at the picture's edge, and the number of its pixels.
    /// </summary>
    public (long Sum, int Count) Around(int x, int y, int radius)
    {
        int left = Math.Max(0, x - radius);
        int right = (int)Math.Min(_width, x + (long)radius + 1);
        int top = Math.Max(0, y - radius);
        int bottom = (int)Math.Min(_height, y + (long)radius + 1);
        long below = _sums[(bottom * _stride) + right] - _sums[(bottom * _stride) + left];
        long above = _sums[(top * _stride) + right] - _sums[(top * _stride) + left];
        return (below - above, (right - left) * (bottom - top));
    }

    private static BoxSums Build(GrayImage picture, bool squared)
    {
        var result = new BoxSums(picture.Width, picture.Height);
        for (int y = 0; y < picture.Height; y++)
        {
            ReadOnlySpan<byte> row = picture.Row(y);
            ReadOnlySpan<long> above = result._sums.AsSpan(y * result._stride, result._stride);
            Span<long> below = result._sums.AsSpan((y + 1) * result._stride, result._stride);
            long sum = 0;
            for (int x = 0; x < row.Length; x++)
            {
                sum += squared ? row[x] * row[x] : row[x];
                below[x + 1] = above[x + 1] + sum;
            }
        }

        return result;
    }
}
