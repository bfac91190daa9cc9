using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Network.Layers;
using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Cli.Benchmarking;

/// <summary>Measures how cost grows: with the batch, with threads, with the channels of a network and with its depth.</summary>
internal static class ScalingBench
{
    private const int UsualChannels = 32;
    private const int UsualDepth = 2;

    public static ScalingResult Run(Meter meter) => new(
        [.. Names(meter).SelectMany(name => Batches(name, meter))],
        [.. Names(meter).SelectMany(name => Threads(name, meter))],
        [.. meter.Settings.Channels.Select(channels => Size(channels, Stack(channels, UsualDepth), meter))],
        [.. meter.Settings.Depths.Select(depth => Size(depth, Stack(UsualChannels, depth), meter))]);

    private static IEnumerable<string> Names(Meter meter) => meter.Settings.Networks.Take(2);

    private static IEnumerable<BatchPoint> Batches(string name, Meter meter)
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All[name], seed: 1);
        for (int batch = 1; batch <= meter.Settings.LargestBatch; batch *= 2)
        {
            meter.Begin($"{name}: batches of {batch}");
            double oneThread = Inference(network, 1, batch, meter).ImagesPerSecond;
            yield return new BatchPoint(name, batch, oneThread, Inference(network, meter.Settings.Threads, batch, meter).ImagesPerSecond);
        }
    }

    private static IEnumerable<ThreadPoint> Threads(string name, Meter meter)
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All[name], seed: 1);
        for (int threads = 1; threads <= meter.Settings.Threads; threads++)
        {
            meter.Begin($"{name}: {threads} threads");
            double inference = Inference(network, threads, meter.Settings.Batch, meter).ImagesPerSecond;
            using var run = new TrainingRun(BenchRecipes.Of(name), meter.TrainingSet, threads);
            meter.WarmUp(run.Run);
            Speed training = meter.Measure(run.Run, meter.Settings.Training, threads, NetworkBench.TrainingFlops(network));
            yield return new ThreadPoint(name, threads, inference, training.ImagesPerSecond);
        }
    }

    private static SizePoint Size(int size, NeuralNetwork network, Meter meter)
    {
        meter.Begin($"a network of {network.Flops / 1_000_000} MFLOP");
        return new SizePoint(size, Significant.Round(network.Flops / 1e6), Inference(network, 1, meter.Settings.Batch, meter));
    }

    private static Speed Inference(NeuralNetwork network, int threads, int batch, Meter meter)
    {
        var run = new InferenceRun(network, threads, batch);
        meter.WarmUp(run.Run);
        return meter.Measure(run.Run, meter.Settings.Inference, threads, network.Flops);
    }

    // One 3x3 convolution from the picture, a pool, then `depth` of 3x3 with as many channels out as in on 14x14, the mean of each channel, ten scores.
    private static NeuralNetwork Stack(int channels, int depth)
    {
        var random = new SeededRandom(1);
        var window = Window.Square(3, padding: 1);
        List<Layer> layers = [new Convolution(1, channels, window, random), new Relu(), new MaxPool(Window.Square(2, stride: 2))];
        for (int i = 0; i < depth; i++)
        {
            layers.AddRange([new Convolution(channels, channels, window, random), new Relu()]);
        }

        layers.AddRange([new GlobalAveragePool(), new Flatten(), new Dense(channels, DigitClassifier.Classes, random)]);
        return new NeuralNetwork(new Shape(1, 1, DigitInput.Side, DigitInput.Side), Architectures.MnistMean, Architectures.MnistDeviation, layers);
    }
}
