namespace Cifra.Onnx;

/// <summary>Settings of an export to ONNX.</summary>
public sealed record OnnxOptions
{
    /// <summary>
    /// Whether every BatchNorm stays a node of its own. Off by default: it is then folded into the weights of the convolution or dense layer directly
    /// before it, where there is one.
    /// </summary>
    public bool KeepNorms { get; init; }

    /// <summary>
    /// Whether the model takes grey levels of 0 to 255 and normalizes them itself, as it does by default. Otherwise it takes what
    /// <c>NeuralNetwork.Forward</c> takes: (level / 255 - mean) / deviation.
    /// </summary>
    public bool TakesGreyLevels { get; init; } = true;
}
