using Cifra.Numerics;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Cifra.Onnx.Tests;

/// <summary>An exported model, loaded into ONNX Runtime.</summary>
internal sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession _session;

    /// <param name="file">The bytes of the ONNX file.</param>
    public OnnxModel(byte[] file)
    {
        // One thread: the tests load hundreds of small networks. Warnings would only say that a graph can be optimized.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        _session = new InferenceSession(file, options);
    }

    /// <summary>"pictures [-1, 1, 28, 28]": names and dimensions of the inputs, as ONNX Runtime reports them; -1 is the batch.</summary>
    public IEnumerable<string> Inputs => _session.InputMetadata.Select(Describe);

    /// <summary>The same of the outputs.</summary>
    public IEnumerable<string> Outputs => _session.OutputMetadata.Select(Describe);

    /// <summary>The model's metadata.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _session.ModelMetadata.CustomMetadataMap;

    /// <summary>Runs pictures.</summary>
    /// <param name="numbers">[N, C, H, W] the input.</param>
    /// <param name="shape">Its dimensions.</param>
    /// <returns>[N, K] both outputs.</returns>
    public (float[] Scores, float[] Probabilities) Run(float[] numbers, Shape shape)
    {
        var pictures = new DenseTensor<float>(numbers, [shape.Count, shape.Channels, shape.Height, shape.Width]);
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = _session.Run(
            [NamedOnnxValue.CreateFromTensor(OnnxExporter.Input, pictures)], [OnnxExporter.Scores, OnnxExporter.Probabilities]);
        return ([.. results[0].AsEnumerable<float>()], [.. results[1].AsEnumerable<float>()]);
    }

    public void Dispose() => _session.Dispose();

    private static string Describe(KeyValuePair<string, NodeMetadata> value) => $"{value.Key} [{string.Join(", ", value.Value.Dimensions)}]";
}
