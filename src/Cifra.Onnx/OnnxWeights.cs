using Cifra.Network;
using Cifra.Network.Layers;

namespace Cifra.Onnx;

/// <summary>Weight and bias of a convolution or dense layer.</summary>
/// <param name="Dimensions">Dimensions of the weight; the first is the number of outputs.</param>
/// <param name="Weight">The weights, output by output.</param>
/// <param name="Bias">[outputs]; null where the layer has none.</param>
internal sealed record OnnxWeights(IReadOnlyList<int> Dimensions, float[] Weight, float[]? Bias)
{
    public static OnnxWeights Of(Layer layer)
    {
        Parameter weight = layer.Parameters[0];
        return new OnnxWeights(
            weight.Dimensions, weight.Values.ToArray(), layer.Parameters.Count > 1 ? layer.Parameters[1].Values.ToArray() : null);
    }

    /// <summary>Folds a BatchNorm that follows: the result computes what the layer and the norm compute together.</summary>
    /// <remarks>γ·(W·x + b - μ)/√(σ² + ε) + β = (f·W)·x + (f·(b - μ) + β) with f = γ/√(σ² + ε). Computed in double, rounded once.</remarks>
    public OnnxWeights WithNorm(BatchNorm norm)
    {
        float[] scale = Values(norm, "scale");
        float[] shift = Values(norm, "shift");
        float[] mean = Values(norm, "mean");
        float[] variance = Values(norm, "variance");
        float[] weight = new float[Weight.Length];
        float[] bias = new float[scale.Length];
        int row = Weight.Length / scale.Length;
        for (int o = 0; o < scale.Length; o++)
        {
            double factor = scale[o] / Math.Sqrt((double)variance[o] + BatchNorm.Epsilon);
            bias[o] = (float)((factor * ((Bias?[o] ?? 0.0) - mean[o])) + shift[o]);
            for (int i = o * row; i < (o + 1) * row; i++)
            {
                weight[i] = (float)(factor * Weight[i]);
            }
        }

        return new OnnxWeights(Dimensions, weight, bias);
    }

    /// <summary>The values of one of a layer's parameters.</summary>
    public static float[] Values(Layer layer, string name) => layer.Parameters.Single(p => p.Name == name).Values.ToArray();
}
