namespace Cifra.Data.Formats;

/// <summary>Reads text a line at a time as bytes, ended by LF or CRLF; the last line may lack its end. A leading UTF-8 mark is passed over.</summary>
internal sealed class TextLineReader(ContentReader reader)
{
    /// <summary>Longest line taken, in bytes.</summary>
    public const int MaxLineBytes = 16 << 20;

    private const int FirstBuffer = 64 << 10;

    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;

    /// <summary>Number of the line last read; 1 for the first.</summary>
    public int Number { get; private set; }

    /// <summary>Where the line last read stands, for errors.</summary>
    public string Place => $"line {Number}";

    /// <summary>The next line without its end. Valid until the next call.</summary>
    /// <returns>False after the last line.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int searched = 0;
        int length;
        while ((length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n')) < 0)
        {
            searched = _end - _start;
            if (!Fill())
            {
                return TakeLast(out line);
            }
        }

        length += searched;
        line = Trim(_buffer.AsSpan(_start, length));
        _start += length + 1;
        return true;
    }

    private bool TakeLast(out ReadOnlySpan<byte> line)
    {
        bool any = _end > _start;
        line = any ? Trim(_buffer.AsSpan(_start, _end - _start)) : [];
        _start = _end;
        return any;
    }

    private ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        Number++;
        if (Number == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    // Makes room behind the part of a line that is there, and reads on.
    private bool Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
        {
            if (_end >= MaxLineBytes)
            {
                throw InvalidData.At(reader.Name, $"line {Number + 1}", $"a line of at most {MaxLineBytes} bytes", "a longer one");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = reader.ReadSome(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
