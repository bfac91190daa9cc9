using System.Text;
using System.Text.Json;

namespace Cifra.Reading.Output;

/// <summary>One JSON document on one line; every document says the version of its schema.</summary>
public static class JsonLine
{
    /// <summary>The version that documents say.</summary>
    public const int SchemaVersion = 1;

    /// <summary>A document without a line end.</summary>
    /// <param name="fields">Writes what follows the version.</param>
    public static string Of(Action<Utf8JsonWriter> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            fields(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes a document and a line end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="fields">Writes what follows the version.</param>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> fields)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(Of(fields));
    }
}
