using System.Globalization;
using Cifra.Cli.Onnx.Format;
using Cifra.Network;
using Google.Protobuf;

namespace Cifra.Cli.Onnx;

/// <summary>A network as an ONNX file: pictures in, scores and probabilities out. docs/onnx.md says what it holds.</summary>
internal static class OnnxExport
{
    /// <summary>Version of ONNX's operators: the oldest that says everything here as runtimes of today say it.</summary>
    public const int Opset = 17;

    public const string Input = "pictures";
    public const string Scores = "scores";
    public const string Probabilities = "probabilities";

    private const int FormatVersion = 8; // the format's own version, that came with opset 17

    /// <summary>The whole file. The same network gives the same bytes.</summary>
    /// <param name="network">Any network; its output counts as a row of scores, one a class.</param>
    /// <param name="card">Where it comes from.</param>
    /// <param name="hash">Its identity: "sha256:…"; empty for a network of no file.</param>
    /// <param name="options">What the graph holds beside the layers.</param>
    /// <exception cref="NotSupportedException">A layer has no form in ONNX.</exception>
    public static byte[] Bytes(NeuralNetwork network, ModelCard card, string hash, OnnxOptions options) =>
        Model(network, card, hash, options).ToByteArray();

    internal static ModelProto Model(NeuralNetwork network, ModelCard card, string hash, OnnxOptions options) => new()
    {
        IrVersion = FormatVersion,
        OpsetImport = { new OperatorSetIdProto { Version = Opset } },
        ProducerName = "cifra",
        ProducerVersion = typeof(OnnxExport).Assembly.GetName().Version!.ToString(3),
        DocString = $"Reads handwritten digits. {Takes(network, options)}",
        Graph = Graph(network, options),
        MetadataProps =
        {
            Property("model", hash),
            Property("recipe", card.Recipe),
            Property("data", card.Data),
            Property("seed", Text(card.Seed)),
            Property("mean", Text(network.Mean)),
            Property("deviation", Text(network.Deviation)),
            Property("input", options.TakesGreyLevels ? "grey levels 0..255" : "(level / 255 - mean) / deviation"),
            Property("norms", options.KeepNorms ? "kept" : "folded"),
            Property("classes", string.Join(',', Enumerable.Range(0, network.Output.Features).Select(k => Text(k)))),
        },
    };

    private static GraphProto Graph(NeuralNetwork network, OnnxOptions options)
    {
        var chain = new OnnxChain("digits", Input, Takes(network, options), network.Input);
        if (options.TakesGreyLevels)
        {
            // The constants of InputLevels: level·scale + shift.
            chain.Add("Mul", "normalize.scale", chain.Constant("normalize.scale.factor", [(float)(1 / (255 * network.Deviation))]));
            chain.Add("Add", "normalize.shift", chain.Constant("normalize.shift.term", [(float)(-network.Mean / network.Deviation)]));
        }

        foreach (OnnxStep step in OnnxStep.Of(network, fold: !options.KeepNorms))
        {
            OnnxLayers.Add(chain, step);
        }

        chain.AsRow(Scores);
        chain.Output(Scores, network.Output.Features);
        chain.Add("Softmax", Probabilities, [], OnnxAttributes.Whole("axis", 1));
        chain.Output(Probabilities, network.Output.Features);
        return chain.Graph;
    }

    private static string Takes(NeuralNetwork network, OnnxOptions options) => options.TakesGreyLevels
        ? $"'{Input}' takes grey levels of 0 to 255, ink bright on black, as MNIST has them; the graph normalizes them."
        : string.Create(CultureInfo.InvariantCulture, $"'{Input}' takes (level / 255 - {network.Mean}) / {network.Deviation} of grey levels of 0 to 255.");

    private static StringStringEntryProto Property(string key, string value) => new() { Key = key, Value = value };

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
