using System.Globalization;
using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Onnx;

/// <summary>A layer to be translated, with what its translation needs.</summary>
/// <param name="Name">"0.convolution": the prefix of its tensors' names in a model file.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Input">Size of its input for one image.</param>
/// <param name="Weights">Weights of a convolution or dense layer, with a following BatchNorm folded in; otherwise null.</param>
internal sealed record OnnxStep(string Name, Layer Layer, Shape Input, OnnxWeights? Weights)
{
    /// <summary>A network's layers, first to last.</summary>
    /// <param name="network">The network.</param>
    /// <param name="fold">Whether a BatchNorm directly after a convolution or dense layer is folded into its weights, and is no step of its own.</param>
    public static IEnumerable<OnnxStep> Of(NeuralNetwork network, bool fold)
    {
        for (int i = 0; i < network.Layers.Count; i++)
        {
            Layer layer = network.Layers[i];
            string name = string.Create(CultureInfo.InvariantCulture, $"{i}.{layer.Description.Kind}");
            Shape input = network.ShapeAt(i);
            OnnxWeights? weights = layer is Convolution or Dense ? OnnxWeights.Of(layer) : null;
            if (fold && weights is not null && i + 1 < network.Layers.Count && network.Layers[i + 1] is BatchNorm norm)
            {
                weights = weights.WithNorm(norm);
                i++;
            }

            yield return new OnnxStep(name, layer, input, weights);
        }
    }
}
