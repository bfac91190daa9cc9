using System.Globalization;
using System.Text;
using Cifra.Data;
using Cifra.Imaging;

namespace Cifra.Evaluation.Strings;

/// <summary>Reads a table of pictures and what stands in them.</summary>
internal static class TruthTable
{
    private const long MostBytes = 64 << 20;
    private const int MostRows = 1_000_000;
    private const int LongestText = 4096; // comparing takes time and memory by its square
    private const string UsableColumn = "usable";
    private static readonly string[][] BoxColumns = [["x"], ["y"], ["width", "w", "plate_w"], ["height", "h", "plate_h"]];
    private static readonly string[] TextColumns = ["text", "digits", "amount_digits", "label"];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IReadOnlyList<StringTruth> Load(string path, TruthOptions options)
    {
        using FileStream stream = File.OpenRead(path);
        if (stream.CanSeek && stream.Length > MostBytes)
        {
            throw InvalidData.At(path, "length", $"at most {MostBytes} bytes", $"{stream.Length}");
        }

        using var reader = new StreamReader(stream, StrictUtf8);
        return Read(reader, path, options);
    }

    public static IReadOnlyList<StringTruth> Read(TextReader reader, string name, TruthOptions options)
    {
        var csv = new CsvReader(reader, name);
        IReadOnlyList<string> header = csv.Read() ?? throw InvalidData.At(name, "line 1", "a header such as file,text", "an empty file");
        int file = Find(header, options.FileColumn) ?? throw InvalidData.At(name, "line 1", $"a column '{options.FileColumn}'", Named(header));
        int text = TextColumn(header, name, options.Column);
        int[]? box = options.Boxes ? [.. BoxColumns.Select(names => names.Select(known => Find(header, known)).FirstOrDefault(index => index is not null)
            ?? throw InvalidData.At(name, "line 1", $"a column {string.Join(" or ", names)}", Named(header)))] : null;
        int? usable = Find(header, UsableColumn);

        List<StringTruth> truths = [];
        while (csv.Read() is { } row)
        {
            if (row.Count != header.Count)
            {
                throw InvalidData.At(name, $"line {csv.Line}", $"{header.Count} columns as in the header", $"{row.Count}");
            }

            if (truths.Count == MostRows)
            {
                throw InvalidData.At(name, $"line {csv.Line}", $"at most {MostRows} rows", "more");
            }

            if (usable is { } flag && row[flag] == "0")
            {
                continue;
            }

            truths.Add(Truth(row[file], row[text], name, csv.Line, (file + 1, text + 1)) with { Box = box is null ? null : Box(row, box, name, csv.Line) });
        }

        return truths.Count > 0 ? truths : throw InvalidData.At(name, "rows", "at least one picture that is usable", "none");
    }

    private static StringTruth Truth(string file, string text, string name, int line, (int File, int Text) columns)
    {
        if (string.IsNullOrWhiteSpace(file))
        {
            throw InvalidData.At(name, $"line {line}, column {columns.File}", "a picture's path", "nothing");
        }

        return text.Length <= LongestText
            ? new StringTruth(file, text)
            : throw InvalidData.At(name, $"line {line}, column {columns.Text}", $"a text of at most {LongestText} characters", $"{text.Length}");
    }

    private static PixelBox Box(IReadOnlyList<string> row, int[] columns, string name, int line)
    {
        int[] values = [.. columns.Select(column => int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw InvalidData.At(name, $"line {line}, column {column + 1}", "a whole number of pixels", $"'{row[column]}'"))];
        return new PixelBox(values[0], values[1], values[2], values[3]);
    }

    private static int TextColumn(IReadOnlyList<string> header, string name, string? column) => column is not null
        ? Find(header, column) ?? throw InvalidData.At(name, "line 1", $"a column '{column}'", Named(header))
        : TextColumns.Select(known => Find(header, known)).FirstOrDefault(index => index is not null)
            ?? throw InvalidData.At(name, "line 1", $"a column {string.Join(", ", TextColumns)}, or one that is named", Named(header));

    private static int? Find(IReadOnlyList<string> header, string column)
    {
        for (int i = 0; i < header.Count; i++)
        {
            if (header[i].Trim().Equals(column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return null;
    }

    private static string Named(IReadOnlyList<string> header)
    {
        string names = string.Join(',', header.Take(12));
        return names.Length > 200 ? names[..200] : names;
    }
}
