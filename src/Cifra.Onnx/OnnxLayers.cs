using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Onnx.Format;

namespace Cifra.Onnx;

/// <summary>Translates every kind of layer to ONNX operators.</summary>
internal static class OnnxLayers
{
    private static readonly string[] NormInputs = ["scale", "shift", "mean", "variance"]; // in ONNX's order

    /// <summary>Appends a layer to the chain.</summary>
    /// <exception cref="NotSupportedException">The layer has no ONNX form.</exception>
    public static void Add(OnnxChain chain, OnnxStep step)
    {
        switch (step.Layer)
        {
            case Convolution:
                AddOnPicture(chain, step, "Conv", WeightNames(chain, step), Window(step.Layer.Description));
                break;
            case Dense:
                chain.AsRow($"{step.Name}.row");
                chain.Add("Gemm", step.Name, WeightNames(chain, step), OnnxAttributes.Whole("transB", 1));
                break;
            case BatchNorm:
                chain.Add("BatchNormalization", step.Name, NormNames(chain, step), OnnxAttributes.Number("epsilon", BatchNorm.Epsilon));
                break;
            case MaxPool: // in ONNX too, padding never wins: the maximum is over values inside the picture
                AddOnPicture(chain, step, "MaxPool", [], Window(step.Layer.Description));
                break;
            case GlobalAveragePool:
                AddOnPicture(chain, step, "GlobalAveragePool", []);
                break;
            case Relu:
                chain.Add("Relu", step.Name, []);
                break;
            case Flatten:
                chain.AsRow(step.Name);
                break;
            case Dropout: // active in training only
                break;
            default:
                throw new NotSupportedException($"layer {step.Name}: this kind of layer has no ONNX form.");
        }
    }

    private static void AddOnPicture(OnnxChain chain, OnnxStep step, string type, IEnumerable<string> constants, params AttributeProto[] attributes)
    {
        chain.AsPicture($"{step.Name}.picture", step.Input);
        chain.Add(type, step.Name, constants, attributes);
    }

    private static AttributeProto[] Window(LayerDescription d)
    {
        long stride = (long)d.Settings["stride"];
        long rows = (long)d.Settings["paddingHeight"];
        long columns = (long)d.Settings["paddingWidth"];
        return
        [
            OnnxAttributes.Wholes("kernel_shape", (long)d.Settings["height"], (long)d.Settings["width"]),
            OnnxAttributes.Wholes("strides", stride, stride),
            OnnxAttributes.Wholes("pads", rows, columns, rows, columns), // above, left, below, right
        ];
    }

    private static string[] WeightNames(OnnxChain chain, OnnxStep step)
    {
        OnnxWeights weights = step.Weights!;
        string[] names = chain.Constant($"{step.Name}.weight", weights.Weight, weights.Dimensions);
        return weights.Bias is { } bias ? [.. names, .. chain.Constant($"{step.Name}.bias", bias, bias.Length)] : names;
    }

    private static IEnumerable<string> NormNames(OnnxChain chain, OnnxStep step) => NormInputs.SelectMany(name =>
    {
        float[] values = OnnxWeights.Values(step.Layer, name);
        return chain.Constant($"{step.Name}.{name}", values, values.Length);
    });
}
