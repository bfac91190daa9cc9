using System.Globalization;
using System.Text;
using Cifra.Reading.Output;

namespace Cifra.Data;

/// <summary>Reads a CSV a record at a time, as RFC 4180 has it: fields in quotes may hold commas, line ends and doubled quotes.</summary>
/// <remarks>Lines end with LF or CRLF; empty ones are passed over. Strict otherwise: a quote stands around a whole field or is doubled within one.</remarks>
public sealed class CsvReader
{
    /// <summary>Longest record taken, in characters.</summary>
    public const int MaxRecord = 1 << 20;

    /// <summary>Most fields of a record.</summary>
    public const int MaxFields = 1000;

    private const int End = -1;

    private readonly TextReader _reader;
    private readonly string _name;
    private readonly StringBuilder _field = new();
    private int _line = 1;
    private int _taken;

    /// <summary>A reader at the beginning of a text.</summary>
    /// <param name="reader">The text; it stays open.</param>
    /// <param name="name">What messages call it.</param>
    public CsvReader(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        _reader = reader;
        _name = name;
    }

    /// <summary>The line that the record last read began on; 1 for the first.</summary>
    public int Line { get; private set; }

    /// <summary>A field as it stands in a record: in quotes where it needs them.</summary>
    public static string Field(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CsvLine.Field(text);
    }

    /// <summary>The fields of the next record; null after the last.</summary>
    /// <exception cref="InvalidDataException">
    /// The record is not as RFC 4180 has it, beyond the limits, or no UTF-8; the message names line and column.
    /// </exception>
    public IReadOnlyList<string>? Read()
    {
        try
        {
            while (Peek() is '\n' or '\r')
            {
                Take();
            }

            Line = _line;
            _taken = 0;
            return Peek() == End ? null : Record();
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException($"{_name}: line {_line}: expected UTF-8, found other bytes.", e);
        }
    }

    private List<string> Record()
    {
        List<string> fields = [];
        while (true)
        {
            if (fields.Count == MaxFields)
            {
                throw InvalidData.At(_name, $"line {Line}", $"at most {MaxFields} columns", "more");
            }

            _field.Clear();
            int column = fields.Count + 1;
            int next = Peek() == '"' ? Quoted(column) : Plain(column);
            fields.Add(_field.ToString());
            if (next != ',')
            {
                return fields;
            }
        }
    }

    // Both leave the field's text in the buffer and return what ended it: a comma, a line end or the end.
    private int Plain(int column)
    {
        while (true)
        {
            int next = Take();
            switch (next)
            {
                case End or ',' or '\n':
                    return next;
                case '\r' when Peek() == '\n':
                    return Take();
                case '"':
                    throw At(column, "a quote only around a whole field", "one within it");
                default:
                    _field.Append((char)next);
                    break;
            }
        }
    }

    private int Quoted(int column)
    {
        Take();
        while (true)
        {
            int next = Take();
            if (next == End)
            {
                throw At(column, "a closing quote", "the end of the file");
            }

            if (next != '"')
            {
                _field.Append((char)next);
            }
            else if (Peek() == '"')
            {
                _field.Append((char)Take());
            }
            else
            {
                return AfterQuote(column);
            }
        }
    }

    private int AfterQuote(int column)
    {
        int next = Take();
        next = next == '\r' && Peek() == '\n' ? Take() : next;
        return next is End or ',' or '\n' ? next : throw At(column, "a comma or the line's end behind a closing quote", $"'{(char)next}'");
    }

    private int Peek() => _reader.Peek();

    private int Take()
    {
        if (++_taken > MaxRecord)
        {
            throw InvalidData.At(_name, $"line {_line}", $"a record of at most {MaxRecord} characters", "a longer one");
        }

        int next = _reader.Read();
        _line += next == '\n' ? 1 : 0;
        return next;
    }

    private InvalidDataException At(int column, string expected, string found) =>
        InvalidData.At(_name, string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {column}"), expected, found);
}
