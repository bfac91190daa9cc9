namespace Cifra.Imaging.Formats.Bmp;

/// <summary>Unpacks RLE8 and RLE4, in which a BMP file may keep palette indices.</summary>
/// <remarks>
/// Pairs of bytes: (n, v) with n above 0 is n pixels of v, in RLE4 of its two halves in turn. (0, 0) ends a row, (0, 1) the picture,
/// (0, 2) moves right and up by the next two bytes, and (0, n) is followed by n pixels as they are, padded to 16 bits. Every step
/// takes at least two bytes, and pixels outside the picture are refused, so the file's length bounds the work.
/// </remarks>
internal ref struct BmpRunLength
{
    private const int StepsBetweenChecks = 1 << 14;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _name;
    private readonly int _width;
    private readonly int _height;
    private readonly bool _halves;
    private readonly byte[] _indices;
    private int _next;
    private int _x;
    private int _y;

    private BmpRunLength(ReadOnlySpan<byte> bytes, BmpHeader header, string name)
    {
        _bytes = bytes;
        _name = name;
        _width = header.Width;
        _height = header.Height;
        _halves = header.Compression == BmpCompression.RunLength4;
        _indices = new byte[header.Width * header.Height];
        _next = header.PixelOffset;
    }

    /// <summary>[height x width] one index a pixel, bottom row first; pixels that the file skips have index 0.</summary>
    public static byte[] Unpack(ReadOnlySpan<byte> bytes, BmpHeader header, string name, CancellationCheck? check)
    {
        var unpacker = new BmpRunLength(bytes, header, name);
        for (int steps = 1; unpacker.Step(); steps++)
        {
            if (steps % StepsBetweenChecks == 0)
            {
                check?.ThrowIfCancelled();
            }
        }

        return unpacker._indices;
    }

    // False at the end of the picture.
    private bool Step()
    {
        // Some writers leave the end marker out.
        bool full = _y >= _height || (_y == _height - 1 && _x == _width);
        if (full && _bytes.Length - _next < 2)
        {
            return false;
        }

        int at = _next;
        ReadOnlySpan<byte> pair = Take(2);
        switch (pair)
        {
            case [0, 0]:
                _x = 0;
                _y++;
                return true;
            case [0, 1]:
                return false;
            case [0, 2]:
                ReadOnlySpan<byte> move = Take(2);
                _x += move[0];
                _y += move[1];
                if (_x > _width || _y > _height)
                {
                    throw InvalidData.At(_name, at, $"a move inside {_width}x{_height}", $"one to column {_x} of stored row {_y}");
                }

                return true;
            case [0, byte count]:
                int length = _halves ? (count + 1) / 2 : count;
                ReadOnlySpan<byte> literal = Take(length);
                Take(length % 2);
                Span<byte> pixels = Claim(count, at);
                for (int i = 0; i < count; i++)
                {
                    pixels[i] = _halves ? Half(literal[i / 2], i) : literal[i];
                }

                return true;
            default:
                Span<byte> run = Claim(pair[0], at);
                for (int i = 0; i < run.Length; i++)
                {
                    run[i] = _halves ? Half(pair[1], i) : pair[1];
                }

                return true;
        }
    }

    private static byte Half(byte value, int i) => (byte)(i % 2 == 0 ? value >> 4 : value & 15);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_bytes.Length - _next < count)
        {
            throw InvalidData.At(_name, _next, "the end marker of the pixels (0, 1)", "the end of the file");
        }

        _next += count;
        return _bytes.Slice(_next - count, count);
    }

    private Span<byte> Claim(int count, int at)
    {
        if (_y >= _height || count > _width - _x)
        {
            throw InvalidData.At(_name, at, $"pixels inside {_width}x{_height}", $"{count} from column {_x} of stored row {_y}");
        }

        _x += count;
        return _indices.AsSpan((_y * _width) + _x - count, count);
    }
}
