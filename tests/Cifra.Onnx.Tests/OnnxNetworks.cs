using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Numerics;
using Cifra.Training;

namespace Cifra.Onnx.Tests;

/// <summary>Networks of every layer kind, in orders that an export could stumble over. All of their numbers are random.</summary>
internal static class OnnxNetworks
{
    public static IReadOnlyDictionary<string, Func<Random, NeuralNetwork>> All { get; } = new Dictionary<string, Func<Random, NeuralNetwork>>
    {
        ["odd windows"] = random => Network(
            new Shape(1, 2, 11, 9),
            random,
            new Convolution(2, 5, new Window(3, 4, Stride: 2, PaddingHeight: 2, PaddingWidth: 1), random),
            new Relu(),
            new MaxPool(new Window(3, 2, Stride: 1, PaddingHeight: 2, PaddingWidth: 1)),
            new Convolution(5, 3, new Window(2, 1, Stride: 3, PaddingHeight: 0, PaddingWidth: 2), random),
            new Dense(3 * 3 * 3, 7, random)), // 11x9 -> 7x4 -> 9x5 -> 3x3
        ["a pool whose last windows leave rows out"] = random => Network(
            new Shape(1, 3, 8, 10), random, new MaxPool(Window.Square(3, stride: 3)), new Flatten(), new Dense(3 * 2 * 3, 4, random)),
        ["norms behind convolutions with and without bias"] = random => Network(
            new Shape(1, 1, 6, 7),
            random,
            new Convolution(1, 4, Window.Square(3, padding: 1), random, bias: false),
            new BatchNorm(4),
            new Relu(),
            new Convolution(4, 6, Window.Square(3), random),
            new BatchNorm(6),
            new GlobalAveragePool(),
            new Flatten(),
            new Dense(6, 10, random)),
        ["norms that stand alone"] = random => Network(
            new Shape(1, 2, 5, 5),
            random,
            new BatchNorm(2),
            new Convolution(2, 3, Window.Square(2), random),
            new Relu(),
            new BatchNorm(3),
            new Flatten(),
            new BatchNorm(48)),
        ["norms behind dense layers, and twice"] = random => Network(
            new Shape(1, 1, 4, 4),
            random,
            new Dense(16, 8, random),
            new BatchNorm(8),
            new BatchNorm(8),
            new Relu(),
            new Dropout(0.5),
            new Dense(8, 5, random),
            new BatchNorm(5)),
        ["pictures out of rows"] = random => Network(
            new Shape(1, 2, 3, 3),
            random,
            new Flatten(),
            new Convolution(18, 6, new Window(1, 1), random),
            new MaxPool(Window.Square(1)),
            new Flatten(),
            new Flatten(),
            new GlobalAveragePool(),
            new Dense(6, 4, random),
            new Convolution(4, 3, Window.Square(3, padding: 1), random),
            new Dropout(0.1)),
        ["nothing to compute"] = random => Network(new Shape(1, 10, 1, 1), random, new Dropout(0.2)),
        ["quick"] = random => Filled(NeuralNetwork.Build(Architectures.All["quick"], random.Next()), random),
    };

    /// <summary>A network of up to eight layers, whatever kinds and settings fit behind each other.</summary>
    public static NeuralNetwork Any(Random random)
    {
        var input = new Shape(1, random.Next(1, 4), random.Next(1, 12), random.Next(1, 12));
        var layers = new List<Layer>();
        Shape current = input;
        int count = random.Next(1, 9);
        while (layers.Count < count)
        {
            Layer layer = AnyLayer(current, random);
            try
            {
                current = layer.OutputShape(current);
                layers.Add(layer);
            }
            catch (ArgumentException)
            {
                // a window larger than its picture: another layer, then
            }
        }

        return Network(input, random, [.. layers]);
    }

    private static Layer AnyLayer(Shape input, Random random)
    {
        var window = new Window(random.Next(1, 5), random.Next(1, 5), random.Next(1, 4), random.Next(4), random.Next(4));
        return random.Next(9) switch
        {
            0 or 1 => new Convolution(input.Channels, random.Next(1, 6), window, random, bias: random.Next(2) == 0),
            2 => new MaxPool(window with
            {
                PaddingHeight = Math.Min(window.PaddingHeight, window.Height - 1),
                PaddingWidth = Math.Min(window.PaddingWidth, window.Width - 1),
            }),
            3 => new Dense(input.Features, random.Next(1, 8), random),
            4 => new BatchNorm(input.Channels),
            5 => new Flatten(),
            6 => new GlobalAveragePool(),
            7 => new Dropout(0.3),
            _ => new Relu(),
        };
    }

    private static NeuralNetwork Network(Shape input, Random random, params Layer[] layers) =>
        Filled(new NeuralNetwork(input, mean: 0.2, deviation: 0.7, layers), random);

    // Not the first values, or no bias and no statistic would ever matter.
    private static NeuralNetwork Filled(NeuralNetwork network, Random random)
    {
        foreach ((string name, Parameter parameter) in network.Parameters)
        {
            foreach (ref float value in parameter.Values)
            {
                value = name.EndsWith(".weight", StringComparison.Ordinal) ? value : (float)(random.NextDouble() - 0.5);
                value = name.EndsWith(".variance", StringComparison.Ordinal) ? Math.Abs(value) + 0.1f : value;
            }
        }

        return network;
    }
}
