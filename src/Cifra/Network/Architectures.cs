using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>The named networks. Each is data; <see cref="NeuralNetwork.Build"/> makes it.</summary>
public static class Architectures
{
    /// <summary>Mean of MNIST's training pixels, in 0..1.</summary>
    public const double MnistMean = 0.1307;

    /// <summary>Deviation of MNIST's training pixels.</summary>
    public const double MnistDeviation = 0.3081;

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, NetworkDescription> All { get; } = new Dictionary<string, NetworkDescription>
    {
        ["quick"] = Quick(),
        ["example"] = Example(),
        ["standard"] = Standard(),
    };

    // conv5x5-24, pool, conv3x3-32, pool, dense 256, dense 10: 2.5 MFLOP, 223,546 parameters.
    private static NetworkDescription Quick()
    {
        var layers = new LayerStack(channels: 1, DigitSide, DigitSide);
        layers.Convolution(24, Window.Square(5)).Relu().MaxPool(2);
        layers.Convolution(32, Window.Square(3)).Relu().MaxPool(2);
        layers.Flatten().Dense(256).Relu().Dense(10);
        return layers.Describe(MnistMean, MnistDeviation);
    }

    // The network of the MNIST examples that ship with PyTorch and Keras, without dropout, to measure speed with: 24 MFLOP, 1,199,882 parameters.
    private static NetworkDescription Example()
    {
        var layers = new LayerStack(channels: 1, DigitSide, DigitSide);
        layers.Convolution(32, Window.Square(3)).Relu().Convolution(64, Window.Square(3)).Relu().MaxPool(2);
        layers.Flatten().Dense(128).Relu().Dense(10);
        return layers.Describe(MnistMean, MnistDeviation);
    }

    // Five 3x3 convolutions with BatchNorm, 16 to 64 channels, two pools, a global pool: 11 MFLOP.
    private static NetworkDescription Standard()
    {
        var layers = new LayerStack(channels: 1, DigitSide, DigitSide);
        layers.NormedConvolution(16).NormedConvolution(16).MaxPool(2);
        layers.NormedConvolution(32).NormedConvolution(32).MaxPool(2);
        layers.NormedConvolution(64).GlobalAveragePool().Flatten().Dense(10);
        return layers.Describe(MnistMean, MnistDeviation);
    }

    private const int DigitSide = 28;
}
