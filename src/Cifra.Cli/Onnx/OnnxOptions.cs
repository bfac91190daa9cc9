namespace Cifra.Cli.Onnx;

/// <summary>What an exported graph holds beside the layers.</summary>
internal sealed record OnnxOptions
{
    /// <summary>Whether every BatchNorm stays a node of its own. Else it goes into the convolution or dense layer before it, where there is one.</summary>
    public bool KeepNorms { get; init; }

    /// <summary>
    /// Whether the graph takes grey levels of 0 to 255. Else it takes what <c>NeuralNetwork.Forward</c> takes, so that
    /// a benchmark compares the layers alone.
    /// </summary>
    public bool TakesGreyLevels { get; init; } = true;
}
