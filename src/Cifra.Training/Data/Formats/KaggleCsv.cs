using System.Text;

namespace Cifra.Data.Formats;

/// <summary>
/// Reads the CSV of Kaggle's Digit Recognizer: a header <c>label,pixel0,…,pixel783</c>, or the same without <c>label</c>, then a picture a
/// line, its grey levels 0 paper to 255 ink.
/// </summary>
/// <remarks>
/// Any square number of pixels that the header names is taken. Header names may stand in quotes. Otherwise strict: whole numbers without
/// sign, blank or quote, the same number in each line, no empty line.
/// </remarks>
internal static class KaggleCsv
{
    private const int FirstRows = 256;
    private const int LongestQuote = 24;

    /// <summary>Loads a file, plain or gzip.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is not as the format has it; the message names the line and the column.</exception>
    public static PictureStack Load(string path, DataLimits limits)
    {
        using ContentReader reader = ContentReader.Open(path, limits);
        return Read(reader, limits);
    }

    /// <summary>Reads the whole content.</summary>
    public static PictureStack Read(ContentReader reader, DataLimits limits)
    {
        var lines = new TextLineReader(reader);
        (bool labelled, int side) = ReadHeader(lines, reader.Name, limits);

        int size = side * side;
        byte[] pixels = new byte[Math.Min((long)FirstRows * size, reader.Length)];
        byte[] labels = new byte[labelled ? FirstRows : 0];
        int count = 0;
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (count == limits.MaxPictures)
            {
                throw InvalidData.At(reader.Name, lines.Place, $"at most {limits.MaxPictures} pictures", "one more");
            }

            var row = new CsvRow(line, reader.Name, lines.Number);
            if (labelled)
            {
                Reserve(ref labels, count + 1L, reader.Length);
                labels[count] = row.Next(most: 9);
            }

            // A pixel takes two bytes of text at least, so a line too short for its header is refused before memory is taken for it.
            row.ExpectAtLeast(size);
            Reserve(ref pixels, (count + 1L) * size, reader.Length);
            foreach (ref byte pixel in pixels.AsSpan(count * size, size))
            {
                pixel = row.Next(most: 255);
            }

            row.ExpectEnd();
            count++;
        }

        reader.ExpectEnd();
        Array.Resize(ref pixels, count * size);
        Array.Resize(ref labels, labelled ? count : 0);
        return new PictureStack(reader.Name, side, side, pixels, labelled ? labels : null);
    }

    private static (bool Labelled, int Side) ReadHeader(TextLineReader lines, string name, DataLimits limits)
    {
        if (!lines.TryRead(out ReadOnlySpan<byte> header))
        {
            throw InvalidData.At(name, "line 1", "a header such as label,pixel0,pixel1", "an empty file");
        }

        bool labelled = false;
        int pixels = 0;
        int column = 0;
        foreach (Range range in header.Split((byte)','))
        {
            column++;
            ReadOnlySpan<byte> field = Unquote(header[range]);
            if (column == 1 && field.SequenceEqual("label"u8))
            {
                labelled = true;
                continue;
            }

            if (!IsPixel(field, pixels))
            {
                string expected = column == 1 ? "label or pixel0" : $"pixel{pixels}";
                throw InvalidData.At(name, $"line 1, column {column}", expected, Quote(field));
            }

            pixels++;
        }

        int side = (int)Math.Sqrt(pixels);
        if (side < 1 || side * side != pixels)
        {
            throw InvalidData.At(name, "line 1", "a square number of pixels such as 784", $"{pixels}");
        }

        return side <= limits.MaxSide
            ? (labelled, side)
            : throw InvalidData.At(name, "line 1", $"pictures of at most {limits.MaxSide}x{limits.MaxSide}", $"{side}x{side}");
    }

    /// <summary>A field as errors show it: printable, and not longer than helps.</summary>
    internal static string Quote(ReadOnlySpan<byte> field)
    {
        var text = new StringBuilder("\"");
        foreach (byte next in field[..Math.Min(field.Length, LongestQuote)])
        {
            text.Append(next is >= (byte)' ' and <= (byte)'~' ? (char)next : '?');
        }

        return text.Append(field.Length > LongestQuote ? "…\"" : "\"").ToString();
    }

    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> field) =>
        field.Length >= 2 && field[0] == '"' && field[^1] == '"' ? field[1..^1] : field;

    private static bool IsPixel(ReadOnlySpan<byte> field, int number)
    {
        Span<byte> digits = stackalloc byte[10];
        return field.StartsWith("pixel"u8)
            && number.TryFormat(digits, out int length)
            && field["pixel".Length..].SequenceEqual(digits[..length]);
    }

    // Doubles the array where it is too short; never past what the file's own length allows.
    private static void Reserve(ref byte[] array, long needed, long fileLength)
    {
        if (needed > array.Length)
        {
            Array.Resize(ref array, (int)Math.Max(needed, Math.Min(2L * array.Length, fileLength)));
        }
    }
}
