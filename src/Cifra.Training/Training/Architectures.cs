using Cifra.Imaging.Lines;
using Cifra.Network;
using Cifra.Network.Lines;
using Cifra.Numerics;

namespace Cifra.Training;

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
        ["best"] = Best(),
        ["small"] = Small(),
        ["line"] = Line(),
        ["plate"] = Plate(),
    };

    /// <summary>The network with one more output after those of its last layer, which must be dense: the score of "not a digit".</summary>
    internal static NetworkDescription WithNonDigits(NetworkDescription network)
    {
        LayerDescription last = network.Layers[^1];
        Dictionary<string, double> settings = new(last.Settings) { ["outputs"] = last.Settings["outputs"] + 1 };
        return network with { Layers = [.. network.Layers.SkipLast(1), last with { Settings = settings }] };
    }

    /// <summary>A line network for lines of another width and other symbols, with so many steps for every four columns.</summary>
    internal static NetworkDescription ForLines(NetworkDescription network, int width, string symbols, int steps)
    {
        LayerDescription last = network.Layers[^1];
        Dictionary<string, double> settings = new(last.Settings) { ["outputs"] = steps * (symbols.Length + 1) };
        return network with { Width = width, Layers = [.. network.Layers.SkipLast(1), last with { Settings = settings }] };
    }

    // conv5x5-24, pool, conv3x3-32, pool, dense 256, dense 10: 2.5 MFLOP, 215,194 parameters.
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

    // Five 3x3 convolutions with BatchNorm, 24 to 96 channels, two pools, a global pool: 25 MFLOP.
    private static NetworkDescription Standard()
    {
        var layers = new LayerStack(channels: 1, DigitSide, DigitSide);
        layers.NormedConvolution(24).MaxPool(2);
        layers.NormedConvolution(48).NormedConvolution(48).MaxPool(2);
        layers.NormedConvolution(96).NormedConvolution(96).GlobalAveragePool().Flatten().Dense(10);
        return layers.Describe(MnistMean, MnistDeviation);
    }

    // Six of them, 32 to 128 channels: 58 MFLOP.
    private static NetworkDescription Best()
    {
        var layers = new LayerStack(channels: 1, DigitSide, DigitSide);
        layers.NormedConvolution(32).MaxPool(2);
        layers.NormedConvolution(64).NormedConvolution(64).NormedConvolution(64).MaxPool(2);
        layers.NormedConvolution(128).NormedConvolution(128).GlobalAveragePool().Flatten().Dense(10);
        return layers.Describe(MnistMean, MnistDeviation);
    }

    // Five of them, 12 to 48 channels: 6 MFLOP.
    private static NetworkDescription Small()
    {
        var layers = new LayerStack(channels: 1, DigitSide, DigitSide);
        layers.NormedConvolution(12).MaxPool(2);
        layers.NormedConvolution(24).NormedConvolution(24).MaxPool(2);
        layers.NormedConvolution(42).NormedConvolution(48).GlobalAveragePool().Flatten().Dense(10);
        return layers.Describe(MnistMean, MnistDeviation);
    }

    // A line of any width in steps of four columns: five 3x3 convolutions with two pools, one over all rows, one over three places, one for the symbols
    // of two steps at each place: small zeros beside a tall 4 are narrower than the two steps of four columns that two of them would take. A place sees 38
    // columns.
    private static NetworkDescription Line()
    {
        var layers = new LayerStack(channels: 1, LineNormalizer.Height, LineWidth);
        layers.NormedConvolution(28).MaxPool(2);
        layers.NormedConvolution(48).NormedConvolution(48).MaxPool(2);
        layers.NormedConvolution(96).NormedConvolution(96);
        layers.Convolution(192, new Window(LineNormalizer.Height / LineNetwork.Place, 1), bias: false).Norm();
        layers.Convolution(192, new Window(1, 3, PaddingWidth: 1), bias: false).Norm();
        layers.Convolution(2 * (LineSymbols.Numbers.Length + 1), Window.Square(1));
        return layers.Describe(MnistMean, MnistDeviation);
    }

    // The same for print, which varies less: narrower layers, for digits and capitals.
    private static NetworkDescription Plate()
    {
        var layers = new LayerStack(channels: 1, LineNormalizer.Height, LineWidth);
        layers.NormedConvolution(16).MaxPool(2);
        layers.NormedConvolution(28).NormedConvolution(28).MaxPool(2);
        layers.NormedConvolution(44).NormedConvolution(44);
        layers.Convolution(64, new Window(LineNormalizer.Height / LineNetwork.Place, 1), bias: false).Norm();
        layers.Convolution(64, new Window(1, 3, PaddingWidth: 1), bias: false).Norm();
        layers.Convolution(LineSymbols.Plates.Length + 1, Window.Square(1));
        return layers.Describe(PlateMean, PlateDeviation);
    }

    private const double PlateMean = 0.36; // of rows as they are normalized
    private const double PlateDeviation = 0.33;

    private const int DigitSide = 28;
    private const int LineWidth = 160;
}
