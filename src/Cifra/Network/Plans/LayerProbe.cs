using Cifra.Network.Layers;
using Cifra.Numerics;

namespace Cifra.Network.Plans;

/// <summary>One layer by itself, computed as a compiled training computes it: what a benchmark times.</summary>
public sealed class LayerProbe
{
    private readonly TrainingStep _step;
    private readonly Tensor _x;
    private readonly Tensor _y;
    private readonly Tensor _dy;
    private readonly Tensor _dx;

    /// <summary>A layer with random inputs and gradients, on one thread.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">Size of an input image.</param>
    /// <param name="batch">Images, 1 or more.</param>
    public LayerProbe(Layer layer, Shape input, int batch)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var network = new NeuralNetwork(input, mean: 0, deviation: 1, [layer]);
        _step = TrainingCompiler.Compile(network, new Pass(new Workers(threads: 1)) { Training = true })[0];
        _x = Noise(input.WithCount(batch), key: 1);
        _dy = Noise(network.Output.WithCount(batch), key: 2);
        _y = new Tensor(_dy.Shape);
        _dx = new Tensor(_x.Shape);
        ForwardMethod = layer is Convolution c && WinogradConvolution.Fits(c.Window, input.Channels, network.Output.Channels) ? Winograd : Direct;
        GradientMethod = layer is Convolution g && WinogradWeightGradient.Fits(g.Window, input, network.Output) ? Winograd : Direct;
        _step.Prepare();
        _step.Forward(_x, _y);
    }

    /// <summary>How the layer and its gradient to the input are computed: "direct" or "Winograd".</summary>
    public string ForwardMethod { get; }

    /// <summary>How its gradient to the weights is computed: "direct" or "Winograd".</summary>
    public string GradientMethod { get; }

    private const string Direct = "direct";

    private const string Winograd = "Winograd";

    /// <summary>Computes the outputs.</summary>
    public void Forward() => _step.Forward(_x, _y);

    /// <summary>Computes the gradient to the weights, and to the input if asked.</summary>
    public void Backward(bool toInput) => _step.Backward(_x, _y, _dy, toInput ? _dx : null);

    private static Tensor Noise(Shape shape, long key)
    {
        var random = new SeededRandom(1, key);
        var tensor = new Tensor(shape);
        foreach (ref float value in tensor.Values)
        {
            value = random.NextSingle(-1, 1);
        }

        return tensor;
    }
}
