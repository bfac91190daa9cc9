using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Tests.Network.Plans;

/// <summary>Networks that a plan must get right: the named ones, and every layer in unusual company.</summary>
internal static class SampleNetworks
{
    public static IReadOnlyDictionary<string, Func<NeuralNetwork>> All { get; } = new Dictionary<string, Func<NeuralNetwork>>
    {
        ["quick"] = () => Named("quick"),
        ["example"] = () => Named("example"),
        ["standard"] = () => Named("standard"),
        ["strides and paddings"] = () => Network(2, 13, 11, random =>
        [
            new Convolution(2, 9, new Window(3, 5, 2, 1, 2), random), new Relu(),
            new Convolution(9, 8, Window.Square(3, padding: 2), random), new MaxPool(Window.Square(3, stride: 2, padding: 1)),
            new Dropout(0.3), new Flatten(), new Dense(8 * 5 * 4, 7, random),
        ]),
        ["norms alone"] = () => Network(3, 9, 9, random =>
        [
            new BatchNorm(3), new Relu(), new Convolution(3, 8, Window.Square(1), random), new BatchNorm(8), new MaxPool(Window.Square(2, stride: 2)),
            new Convolution(8, 8, Window.Square(3, padding: 1), random), new BatchNorm(8), new Relu(), new BatchNorm(8), new GlobalAveragePool(),
        ]),
        ["pools of odd sizes"] = () => Network(1, 11, 15, random =>
        [
            new Convolution(1, 8, Window.Square(3, padding: 1), random), new Relu(), new MaxPool(Window.Square(2, stride: 2)),
            new Convolution(8, 12, Window.Square(3, padding: 1), random), new Relu(), new MaxPool(Window.Square(2, stride: 2)),
            new Dense(12 * 2 * 3, 20, random), new Relu(), new Relu(), new Dense(20, 3, random), new Relu(),
        ]),
        ["channels that fill no run"] = () => Network(3, 17, 15, random =>
        [
            new Convolution(3, 9, new Window(3, 5, 2, 1, 2), random), new Relu(),
            new Convolution(9, 10, Window.Square(3, padding: 2), random), new Relu(), new MaxPool(Window.Square(2, stride: 2)),
            new Convolution(10, 40, Window.Square(3, padding: 1), random), new BatchNorm(40), new Relu(),
            new Convolution(40, 5, Window.Square(2), random), new MaxPool(Window.Square(2, stride: 2)),
            new Dropout(0.3), new Flatten(), new Dense(5 * 2 * 2, 90, random), new Relu(), new Dense(90, 7, random),
        ]),
        ["dense alone"] = () => Network(1, 5, 7, random => [new Dense(35, 33, random), new Relu(), new Dense(33, 10, random)]),
    };

    /// <summary>A network whose norms have seen something.</summary>
    private static NeuralNetwork Network(int channels, int height, int width, Func<Random, Layer[]> layers)
    {
        var network = new NeuralNetwork(new Shape(1, channels, height, width), 0, 1, layers(new SeededRandom(11)));
        WakeUp(network);
        return network;
    }

    private static NeuralNetwork Named(string name)
    {
        NeuralNetwork network = NeuralNetwork.Build(Architectures.All[name], seed: 3);
        WakeUp(network);
        return network;
    }

    private static void WakeUp(NeuralNetwork network)
    {
        var random = new SeededRandom(12);
        foreach ((string name, Parameter parameter) in network.Parameters)
        {
            if (parameter.Role != ParameterRole.Weight)
            {
                foreach (ref float value in parameter.Values)
                {
                    value = name.EndsWith("variance", StringComparison.Ordinal) ? 0.5f + random.NextSingle() : value + (0.4f * (random.NextSingle() - 0.5f));
                }
            }
        }
    }
}
