using System.Text;

namespace Cifra.Cli.Batch;

/// <summary>Goes through the lines of a file and knows where each begins and ends, in bytes.</summary>
internal sealed class LineScanner(Stream stream, string name)
{
    private const int LongestLine = 64 << 20;

    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _filled;

    /// <summary>Number of the line last read; 1 for the first.</summary>
    public int Number { get; private set; }

    /// <summary>Where the line last read begins.</summary>
    public long Start { get; private set; }

    /// <summary>Where the next one begins.</summary>
    public long End { get; private set; }

    /// <summary>After the last line: what stands behind its end.</summary>
    public ReadOnlySpan<byte> Tail => _buffer.AsSpan(_start, _filled - _start);

    /// <summary>The next line that has an end, without it; null where there is none.</summary>
    public string? Next()
    {
        int searched = 0;
        int length;
        while ((length = _buffer.AsSpan(_start + searched, _filled - _start - searched).IndexOf((byte)'\n')) < 0)
        {
            searched = _filled - _start;
            if (!Fill())
            {
                return null;
            }
        }

        length += searched;
        string line = Encoding.UTF8.GetString(_buffer, _start, length);
        _start += length + 1;
        Number++;
        Start = End;
        End += length + 1;
        return line;
    }

    private bool Fill()
    {
        _buffer.AsSpan(_start, _filled - _start).CopyTo(_buffer);
        _filled -= _start;
        _start = 0;
        if (_filled == _buffer.Length)
        {
            if (_filled >= LongestLine)
            {
                throw new InvalidDataException($"{name}: line {Number + 1}: expected at most {LongestLine} bytes, found more.");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = stream.Read(_buffer.AsSpan(_filled));
        _filled += read;
        return read > 0;
    }
}
