using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cifra.Cli.Benchmarking;

/// <summary>Writes a report without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BenchReport))]
internal sealed partial class BenchJson : JsonSerializerContext
{
    /// <summary>The report as one line.</summary>
    public static string Write(BenchReport report) => JsonSerializer.Serialize(report, Default.BenchReport);
}
