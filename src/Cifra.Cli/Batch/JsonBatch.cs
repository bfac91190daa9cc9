using System.Globalization;
using System.Text.Json;
using Cifra.Cli.Commands;
using Cifra.Reading;

namespace Cifra.Cli.Batch;

/// <summary>JSON lines: what <c>cifra read --json</c> prints, and the hash of the picture's content.</summary>
internal sealed class JsonBatch : BatchFormat
{
    protected override string Beginning => $"{{\"schemaVersion\":{JsonOutput.SchemaVersion},\"file\":\"";

    public override string Line(string file, ReadingNetworks networks, PictureReading reading, string sha256)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ReadingOutput.WriteJson(text, file, networks, reading, sha256);
        return text.ToString();
    }

    public override string Failure(string file, string error)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        JsonOutput.WriteLine(text, json =>
        {
            json.WriteString("file", file);
            json.WriteString("error", error);
        });
        return text.ToString();
    }

    public override BatchEntry Parse(string line, string name, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            string file = root.GetProperty("file").GetString()!;
            return root.TryGetProperty("error", out _)
                ? new BatchEntry(file, null, null, Unsure: false)
                : new BatchEntry(file, root.GetProperty("sha256").GetString(), Networks(root), IsUnsure(root.GetProperty("numbers")));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{name}: line {number}: expected a line of 'cifra read --out' with file, sha256, model and numbers, found another. Name another file.", e);
        }
    }

    private static ReadingNetworks Networks(JsonElement root) =>
        new(root.GetProperty("model").GetString()!, root.TryGetProperty("lines", out JsonElement lines) ? lines.GetString() : null);

    private static bool IsUnsure(JsonElement numbers) => numbers.EnumerateArray().Any(one => !one.GetProperty("decision").ValueEquals("accept"));
}
