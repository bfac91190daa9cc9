using System.Text.Json;
using Cifra.Network;

namespace Cifra.Cli;

/// <summary>A network's layers as JSON, for the commands that tell them.</summary>
internal static class LayersJson
{
    /// <summary>Writes <c>layers</c>: an object a layer.</summary>
    public static void Write(Utf8JsonWriter json, NeuralNetwork network)
    {
        json.WriteStartArray("layers");
        foreach (NetworkSummaryRow row in NetworkSummary.Rows(network))
        {
            json.WriteStartObject();
            json.WriteString("layer", row.Layer);
            json.WriteString("setting", row.Setting);
            json.WriteString("output", row.Output);
            json.WriteNumber("parameters", row.Parameters);
            json.WriteNumber("megaFlops", row.MegaFlops);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
