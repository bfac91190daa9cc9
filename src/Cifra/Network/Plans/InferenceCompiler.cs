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
        var layers = new LayerReader(network);
        while (layers.Current is { } layer)
        {
            Shape input = layers.Shape;
            layers.Advance();
            switch (layer)
            {
                case Convolution convolution:
                    BatchNorm? norm = layers.Take<BatchNorm>();
                    bool rectify = layers.Take<Relu>() is not null;
                    bool pools = layers.TakeHalvingPool();
                    steps.Add(Step(convolution, norm, input, new ConvolutionEnd(rectify, pools)));
                    break;
                case Dense dense:
                    steps.Add(new DenseStep(dense.Weight.Values, dense.Bias.Values, layers.Take<Relu>() is not null));
                    break;
                case IBlockwise blockwise:
                    steps.Add(new LayerStep(blockwise, input, layers.Shape));
                    break;
                case Flatten or Dropout:
                    break; // nothing happens to the values
                default:
                    steps.Add(new PlainLayerStep(layer, input, layers.Shape));
                    break;
            }
        }

        return steps;
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
