using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>Turns a network's layers into the steps of a <see cref="TrainingPlan"/>.</summary>
internal static class TrainingCompiler
{
    /// <summary>The steps, first to last.</summary>
    public static List<TrainingStep> Compile(NeuralNetwork network, Pass pass)
    {
        var steps = new List<TrainingStep>();
        var layers = new LayerReader(network);
        while (layers.Current is { } layer)
        {
            Shape input = layers.Shape;
            layers.Advance();
            switch (layer)
            {
                case Convolution convolution when ConvolutionTrainingStep.Takes(convolution):
                    bool rectify = layers.Take<Relu>() is not null;
                    bool pools = layers.TakeHalvingPool();
                    steps.Add(new ConvolutionTrainingStep(convolution, input, new ConvolutionEnd(rectify, pools), pass.Workers));
                    break;
                case BatchNorm norm:
                    steps.Add(new NormTrainingStep(norm, input, layers.Take<Relu>() is not null, pass.Workers));
                    break;
                case MaxPool { HalvesOnly: true }:
                    steps.Add(new PoolTrainingStep(input, pass.Workers));
                    break;
                case GlobalAveragePool:
                    steps.Add(new AverageTrainingStep(input, pass.Workers));
                    break;
                case Dense dense:
                    steps.Add(new DenseTrainingStep(dense, layers.Take<Relu>() is not null, pass.Workers));
                    break;
                case Flatten when steps.Count > 0:
                    break; // the values lie in the right order already
                default:
                    steps.Add(new LayerTrainingStep(layer, layers.Shape, pass));
                    break;
            }
        }

        return steps;
    }
}
