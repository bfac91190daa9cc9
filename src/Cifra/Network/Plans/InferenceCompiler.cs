using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>Turns a network's layers into the steps of an <see cref="InferencePlan"/>.</summary>
internal static class InferenceCompiler
{
    /// <summary>The steps, first to last.</summary>
    public static List<InferenceStep> Compile(NeuralNetwork network)
    {
        var steps = new List<InferenceStep>();
        for (int i = 0; i < network.Layers.Count;)
        {
            Shape input = network.ShapeAt(i);
            switch (network.Layers[i])
            {
                case Convolution convolution:
                    i++;
                    BatchNorm? norm = Next<BatchNorm>(network, ref i);
                    bool rectify = Next<Relu>(network, ref i) is not null;
                    bool pools = i < network.Layers.Count && network.Layers[i] is MaxPool { HalvesOnly: true };
                    i += pools ? 1 : 0;
                    steps.Add(Step(convolution, norm, input, new ConvolutionEnd(rectify, pools)));
                    break;
                case Dense dense:
                    i++;
                    steps.Add(new DenseStep(dense.Weight.Values, dense.Bias.Values, Next<Relu>(network, ref i) is not null));
                    break;
                case IBlockwise layer:
                    i++;
                    steps.Add(new LayerStep(layer, input, network.ShapeAt(i)));
                    break;
                default:
                    i++; // Flatten and Dropout: nothing happens to the values
                    break;
            }
        }

        return steps;
    }

    private static T? Next<T>(NeuralNetwork network, ref int layer)
        where T : Layer
    {
        T? next = layer < network.Layers.Count ? network.Layers[layer] as T : null;
        layer += next is null ? 0 : 1;
        return next;
    }

    // γ·(w⋆x + b - μ)/σ + β is a convolution with weights w·γ/σ and bias (b - μ)·γ/σ + β.
    private static ConvolutionStep Step(Convolution convolution, BatchNorm? norm, Shape input, ConvolutionEnd end)
    {
        float[] weight = convolution.Weight.Values.ToArray();
        int outputs = convolution.Weight.Dimensions[0];
        float[] bias = convolution.Bias is null ? new float[outputs] : convolution.Bias.Values.ToArray();
        if (norm is not null)
        {
            int taps = weight.Length / outputs;
            for (int o = 0; o < outputs; o++)
            {
                (float factor, float term) = norm.Affine(o);
                bias[o] = MathF.FusedMultiplyAdd(bias[o], factor, term);
                foreach (ref float w in weight.AsSpan(o * taps, taps))
                {
                    w *= factor;
                }
            }
        }

        return new ConvolutionStep(BlockConvolution.For(input, outputs, convolution.Window), weight, bias, end);
    }
}
