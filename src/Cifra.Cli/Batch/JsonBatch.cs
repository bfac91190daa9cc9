using System.Text.Json;
using Cifra.Reading;
using Cifra.Reading.Output;

namespace Cifra.Cli.Batch;

/// <summary>JSON lines: what <c>cifra read --json</c> prints, and the hash of the picture's content.</summary>
internal sealed class JsonBatch(ReadingFormat lines) : BatchFormat(lines)
{
    protected override string Beginning => $"{{\"schemaVersion\":{JsonLine.SchemaVersion},\"file\":\"";

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
            throw new InvalidDataException(
                $"{name}: line {number}: expected a line of 'cifra read --out' with file, sha256, model and numbers, found another. Name another file.", e);
        }
    }

    private static ReadingNetworks Networks(JsonElement root) =>
        new(root.GetProperty("model").GetString()!, root.TryGetProperty("lines", out JsonElement lines) ? lines.GetString() : null);

    private static bool IsUnsure(JsonElement numbers) => numbers.EnumerateArray().Any(one => !one.GetProperty("decision").ValueEquals("accept"));
}
