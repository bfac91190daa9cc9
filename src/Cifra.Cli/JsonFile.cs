using System.Globalization;
using System.Text.Json;

namespace Cifra.Cli;

/// <summary>A JSON document of bounded size from a file.</summary>
internal static class JsonFile
{
    private const int MostBytes = 16 << 20;

    /// <summary>The document's root.</summary>
    /// <exception cref="InvalidDataException">The file is longer than any card, or no JSON.</exception>
    public static JsonElement Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] bytes = new byte[MostBytes + 1];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MostBytes)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}: expected at most {MostBytes} bytes of JSON, found more."));
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length));
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: expected JSON, found {e.Message}", e);
        }
    }
}
