namespace Cifra.Reading.Output;

/// <summary>Writes rows of a CSV as RFC 4180 has it.</summary>
internal static class CsvLine
{
    /// <summary>A field as it stands in a row: in quotes where it needs them.</summary>
    public static string Field(string text) =>
        text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <summary>A row of one line with its end: line ends within a field, which a CSV might hold, become spaces.</summary>
    public static string Of(IEnumerable<string> fields) =>
        string.Join(',', fields.Select(field => Field(field.Replace('\n', ' ').Replace('\r', ' ')))) + '\n';
}
