using System.Globalization;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Onnx.Format;
using Google.Protobuf;

namespace Cifra.Onnx;

/// <summary>Writes a network as an ONNX model: pictures in, scores and probabilities out.</summary>
/// <remarks>
/// The input is [batch, C, H, W], 32-bit floats; both outputs are [batch, K], a value for each class. The same network and options give the
/// same bytes. See docs/onnx.md for the operators and the metadata.
/// </remarks>
/// <example><c>OnnxExporter.Export(Pretrained.Mnist, "digits.onnx")</c> writes the shipped network.</example>
public static class OnnxExporter
{
    /// <summary>Version of ONNX's operator set that the model uses; runtimes since 2022 have it.</summary>
    public const int Opset = 17;

    /// <summary>Name of the model's input: "pictures".</summary>
    public const string Input = "pictures";

    /// <summary>Name of the output that holds the raw scores: "scores".</summary>
    public const string Scores = "scores";

    /// <summary>Name of the output that holds the softmax of the scores: "probabilities".</summary>
    public const string Probabilities = "probabilities";

    private const int FormatVersion = 8; // the version of ONNX's file format that was released together with opset 17

    /// <summary>Writes a classifier's network to a file, whole or not at all. The metadata names its card and its identity.</summary>
    /// <param name="classifier">A classifier of one network.</param>
    /// <param name="path">The file to create or replace. A missing folder is created.</param>
    /// <param name="options">What the model holds beside the layers; null for the defaults.</param>
    /// <exception cref="ArgumentException">The classifier is an ensemble: export each of its networks.</exception>
    /// <exception cref="NotSupportedException">A layer has no ONNX form; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    public static void Export(DigitClassifier classifier, string path, OnnxOptions? options = null) => Write(Model(classifier, options), path);

    /// <summary>Writes a classifier's network to a stream. The metadata names its card and its identity.</summary>
    /// <param name="classifier">A classifier of one network.</param>
    /// <param name="stream">Receives the whole model; it stays open.</param>
    /// <param name="options">What the model holds beside the layers; null for the defaults.</param>
    /// <exception cref="ArgumentException">The classifier is an ensemble: export each of its networks.</exception>
    /// <exception cref="NotSupportedException">A layer has no ONNX form; the message names it. Nothing was written.</exception>
    public static void Export(DigitClassifier classifier, Stream stream, OnnxOptions? options = null) => Write(Model(classifier, options), stream);

    /// <summary>Writes any network to a file, whole or not at all. The metadata leaves its origin empty.</summary>
    /// <param name="network">Any network. Its output becomes one row of scores: channel by channel, row by row.</param>
    /// <param name="path">The file to create or replace. A missing folder is created.</param>
    /// <param name="options">What the model holds beside the layers; null for the defaults.</param>
    /// <exception cref="NotSupportedException">A layer has no ONNX form; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    public static void Export(NeuralNetwork network, string path, OnnxOptions? options = null) => Write(Model(network, options), path);

    /// <summary>Writes any network to a stream. The metadata leaves its origin empty.</summary>
    /// <param name="network">Any network. Its output becomes one row of scores: channel by channel, row by row.</param>
    /// <param name="stream">Receives the whole model; it stays open.</param>
    /// <param name="options">What the model holds beside the layers; null for the defaults.</param>
    /// <exception cref="NotSupportedException">A layer has no ONNX form; the message names it. Nothing was written.</exception>
    public static void Export(NeuralNetwork network, Stream stream, OnnxOptions? options = null) => Write(Model(network, options), stream);

    private static void Write(ModelProto model, string path) => AtomicFile.Write(path, model.WriteTo);

    private static void Write(ModelProto model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        model.WriteTo(stream);
    }

    private static ModelProto Model(DigitClassifier classifier, OnnxOptions? options)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return classifier.Networks.Count == 1
            ? Model(classifier.Network, classifier.Card, classifier.Hash, options ?? new OnnxOptions())
            : throw new ArgumentException(
                $"An ensemble of {classifier.Networks.Count} networks has no ONNX form; export each of its networks.", nameof(classifier));
    }

    private static ModelProto Model(NeuralNetwork network, OnnxOptions? options)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Model(network, new ModelCard(), hash: "", options ?? new OnnxOptions());
    }

    private static ModelProto Model(NeuralNetwork network, ModelCard card, string hash, OnnxOptions options) => new()
    {
        IrVersion = FormatVersion,
        OpsetImport = { new OperatorSetIdProto { Version = Opset } },
        ProducerName = "cifra",
        ProducerVersion = typeof(OnnxExporter).Assembly.GetName().Version!.ToString(3),
        DocString = $"Reads handwritten digits. {DescribeInput(network, options)}",
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
        var chain = new OnnxChain("digits", Input, DescribeInput(network, options), network.Input);
        if (options.TakesGreyLevels)
        {
            // The same constants as in the library's own input conversion: level·scale + shift.
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

    private static string DescribeInput(NeuralNetwork network, OnnxOptions options) => options.TakesGreyLevels
        ? $"'{Input}' takes grey levels of 0 to 255, ink bright on black, as MNIST has them; the graph normalizes them."
        : string.Create(CultureInfo.InvariantCulture, $"'{Input}' takes (level / 255 - {network.Mean}) / {network.Deviation} of grey levels of 0 to 255.");

    private static StringStringEntryProto Property(string key, string value) => new() { Key = key, Value = value };

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
