using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cifra.Network.Models;

/// <summary>
/// Writes the JSON of model files without reflection, so that trimmed and ahead-of-time compiled programs can too. <see cref="JsonWalk"/> reads it.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NetworkDescription))]
[JsonSerializable(typeof(ModelCard))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class NetworkJson : JsonSerializerContext
{
    /// <summary>A network's description as one line of JSON; <see cref="DescriptionReader"/> reads it.</summary>
    public static string Write(NetworkDescription network) => JsonSerializer.Serialize(network, Default.NetworkDescription);
}
