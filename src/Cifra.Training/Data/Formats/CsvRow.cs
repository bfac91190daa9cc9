namespace Cifra.Data.Formats;

/// <summary>Takes the whole numbers off one line of a CSV, from left to right.</summary>
internal ref struct CsvRow(ReadOnlySpan<byte> line, string name, int number)
{
    private const int MostDigits = 3;

    private ReadOnlySpan<byte> _rest = line;
    private bool _ended;
    private int _column;

    /// <summary>The next number, from 0 to <paramref name="most"/>.</summary>
    public byte Next(byte most)
    {
        _column++;
        int length = _rest.IndexOf((byte)',');
        ReadOnlySpan<byte> field = length < 0 ? _rest : _rest[..length];
        int value = 0;
        foreach (byte next in field)
        {
            int digit = next - '0';
            value = digit is >= 0 and <= 9 ? (value * 10) + digit : int.MaxValue;
            if (value > most)
            {
                break;
            }
        }

        if (_ended || field.IsEmpty || field.Length > MostDigits || value > most)
        {
            string found = _ended ? "the end of the line" : KaggleCsv.Quote(field);
            throw InvalidData.At(name, $"line {number}, column {_column}", $"a whole number from 0 to {most}", found);
        }

        _ended = length < 0;
        _rest = _ended ? [] : _rest[(length + 1)..];
        return (byte)value;
    }

    /// <summary>Refuses a line whose rest cannot hold so many numbers, each a digit and a comma but the last.</summary>
    public readonly void ExpectAtLeast(int numbers)
    {
        if (_rest.Length < (2 * numbers) - 1)
        {
            throw InvalidData.At(name, $"line {number}", $"{numbers} pixels", $"{_rest.Length} bytes");
        }
    }

    /// <summary>Refuses a line that goes on.</summary>
    public readonly void ExpectEnd()
    {
        if (!_ended)
        {
            throw InvalidData.At(name, $"line {number}", $"{_column} columns as in the header", "more");
        }
    }
}
