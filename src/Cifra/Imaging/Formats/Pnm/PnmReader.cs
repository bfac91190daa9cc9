namespace Cifra.Imaging.Formats.Pnm;

/// <summary>Reads the numbers of a PNM file: decimal, separated by white space, with comments from # to the end of the line.</summary>
internal ref struct PnmReader(ReadOnlySpan<byte> bytes, string name, int start)
{
    private const int MostDigits = 9; // fits an int; leading zeros count

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Where the next byte to read lies in the file.</summary>
    public int Position { get; private set; } = start;

    /// <summary>The bytes not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[Position..];

    /// <summary>Skips white space and comments, then reads a number.</summary>
    /// <param name="what">What it is, for messages: "the width".</param>
    public int Number(string what)
    {
        Skip();
        int first = Position;
        int value = 0;
        while (Position < _bytes.Length && char.IsAsciiDigit((char)_bytes[Position]) && Position - first < MostDigits)
        {
            value = (10 * value) + (_bytes[Position++] - '0');
        }

        bool ended = Position == _bytes.Length || IsSpace(_bytes[Position]) || _bytes[Position] == '#';
        if (Position == first || !ended)
        {
            throw InvalidData.At(name, Position, $"{what}, a number of at most {MostDigits} digits", Found());
        }

        return value;
    }

    /// <summary>Skips white space and comments, then reads a 0 or a 1; the next may follow without white space.</summary>
    public int Bit()
    {
        Skip();
        if (Position == _bytes.Length || _bytes[Position] is not ((byte)'0' or (byte)'1'))
        {
            throw InvalidData.At(name, Position, "a pixel of 0 or 1", Found());
        }

        return _bytes[Position++] - '0';
    }

    /// <summary>Skips the single white space, or the comment, that ends the header of a raw file.</summary>
    public void EndHeader()
    {
        if (Position < _bytes.Length && _bytes[Position] == '#')
        {
            SkipComment();
        }

        if (Position == _bytes.Length || !IsSpace(_bytes[Position]))
        {
            throw InvalidData.At(name, Position, "white space before the pixels", Found());
        }

        Position++;
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (>= 9 and <= 13);

    private void Skip()
    {
        while (Position < _bytes.Length && (IsSpace(_bytes[Position]) || _bytes[Position] == '#'))
        {
            if (_bytes[Position] == '#')
            {
                SkipComment();
            }
            else
            {
                Position++;
            }
        }
    }

    // Up to the line's end, which is white space and is not skipped here.
    private void SkipComment()
    {
        int length = Rest.IndexOfAny((byte)'\n', (byte)'\r');
        Position = length < 0 ? _bytes.Length : Position + length;
    }

    private readonly string Found() => Position == _bytes.Length ? "the end of the file" : $"byte 0x{_bytes[Position]:X2}";
}
