using Cifra.Network;
using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Training;

/// <summary>Writes a network down layer by layer, and keeps count of the shapes so that nobody has to.</summary>
internal sealed class LayerStack
{
    private readonly List<LayerDescription> _layers = [];
    private readonly Shape _input;
    private Shape _current;

    public LayerStack(int channels, int height, int width)
    {
        _input = new Shape(1, channels, height, width);
        _current = _input;
    }

    public LayerStack Convolution(int outputs, Window window, bool bias = true) =>
        Add(new Convolution(_current.Channels, outputs, window, random: null, bias));

    /// <summary>3x3 convolution that keeps the size, BatchNorm, ReLU.</summary>
    public LayerStack NormedConvolution(int outputs) =>
        Convolution(outputs, Window.Square(3, padding: 1), bias: false).Norm();

    /// <summary>BatchNorm, ReLU.</summary>
    public LayerStack Norm() => Add(new BatchNorm(_current.Channels)).Relu();

    public LayerStack Relu() => Add(new Relu());

    public LayerStack MaxPool(int side) => Add(new MaxPool(Window.Square(side, stride: side)));

    public LayerStack GlobalAveragePool() => Add(new GlobalAveragePool());

    public LayerStack Flatten() => Add(new Flatten());

    public LayerStack Dense(int outputs) => Add(new Dense(_current.Features, outputs, random: null));

    public NetworkDescription Describe(double mean, double deviation) =>
        new(_input.Channels, _input.Height, _input.Width, mean, deviation, _layers);

    private LayerStack Add(Layer layer)
    {
        _current = layer.OutputShape(_current);
        _layers.Add(layer.Description);
        return this;
    }
}
