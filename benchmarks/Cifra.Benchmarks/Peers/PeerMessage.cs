using System.Text.Json.Serialization;

namespace Cifra.Benchmarks.Peers;

/// <summary>A request to a peer, one line of JSON. benchmarks/peers/README.md has all of them.</summary>
/// <param name="Do">"load", "infer" or "train".</param>
/// <param name="Net">Name of the network.</param>
/// <param name="Threads">Threads to use.</param>
/// <param name="Model">"load": the ONNX file.</param>
/// <param name="Batch">Pictures a call or a step.</param>
/// <param name="Seconds">How long to work, about.</param>
internal sealed record PeerRequest(string Do, string Net, int Threads, string? Model = null, int? Batch = null, double? Seconds = null);

/// <summary>What a peer says, one line of JSON: that it is ready, that something is done, how far it came, or what is wrong.</summary>
internal sealed record PeerAnswer
{
    public bool Ready { get; init; }

    public string? Name { get; init; }

    public string? Version { get; init; }

    public bool Ok { get; init; }

    public double? Images { get; init; }

    public double? Seconds { get; init; }

    public string? Error { get; init; }
}

/// <summary>Reads and writes both.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PeerRequest))]
[JsonSerializable(typeof(PeerAnswer))]
[JsonSerializable(typeof(PeerReport))]
internal sealed partial class PeerJson : JsonSerializerContext;
