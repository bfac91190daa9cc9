using System.Text;
using System.Text.Json;

namespace Cifra.Cli;

/// <summary>One JSON document on one line; every document says its version.</summary>
internal static class JsonOutput
{
    public const int SchemaVersion = 1;

    public static void WriteLine(TextWriter output, Action<Utf8JsonWriter> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            fields(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
