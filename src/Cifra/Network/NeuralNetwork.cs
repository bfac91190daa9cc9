using System.Globalization;
using Cifra.Numerics;

namespace Cifra.Network;

/// <summary>Layers one after the other, from pictures to scores.</summary>
/// <remarks>Shapes are checked once, when it is built. One network serves any number of inference passes at once.</remarks>
public sealed class NeuralNetwork
{
    // Bounds for networks from files: 64 MB for the widest layer of sixteen images, and a minute or so of work for them.
    private const int MostLayers = 1000;
    private const int MostFeatures = 1 << 20;
    private const long MostFlops = 50_000_000_000;

    private readonly Layer[] _layers;
    private readonly Shape[] _shapes; // _shapes[i] goes into layer i, the last one comes out

    /// <summary>A network of those layers.</summary>
    /// <param name="input">Size of one input picture; its count is ignored.</param>
    /// <param name="mean">Mean of the inputs in 0..1.</param>
    /// <param name="deviation">Deviation of the inputs, above 0.</param>
    /// <param name="layers">One or more.</param>
    /// <exception cref="ArgumentException">A layer does not take what the one before it gives; the message names it.</exception>
    public NeuralNetwork(Shape input, double mean, double deviation, IReadOnlyList<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentOutOfRangeException.ThrowIfZero(layers.Count, nameof(layers));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layers.Count, MostLayers, nameof(layers));
        Guard.InRange(mean, -1000, 1000);
        Guard.InRange(deviation, 1e-6, 1000);
        Mean = mean;
        Deviation = deviation;
        _layers = [.. layers];
        _shapes = new Shape[layers.Count + 1];
        _shapes[0] = Checked(input.WithCount(1), "the input");
        for (int i = 0; i < layers.Count; i++)
        {
            string where = string.Create(CultureInfo.InvariantCulture, $"layer {i} ({layers[i].Description.Kind})");
            try
            {
                _shapes[i + 1] = Checked(layers[i].OutputShape(_shapes[i]), where);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException($"{where}: {e.Message}", nameof(layers), e);
            }
        }

        Parameters = Named(_layers);
        if (Flops > MostFlops)
        {
            throw new ArgumentException($"The network takes {Flops} operations an image; at most {MostFlops} are allowed.", nameof(layers));
        }
    }

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>Size of one input picture.</summary>
    public Shape Input => _shapes[0];

    /// <summary>Size of one output.</summary>
    public Shape Output => _shapes[^1];

    /// <summary>Mean of the inputs in 0..1, which is subtracted.</summary>
    public double Mean { get; }

    /// <summary>Deviation of the inputs, which they are then divided by.</summary>
    public double Deviation { get; }

    /// <summary>Multiplications, additions and a pool's comparisons for one image, each counted as one.</summary>
    public long Flops => _layers.Select((layer, i) => layer.Flops(_shapes[i])).Sum();

    /// <summary>Every parameter with its name in the network: "0.convolution.weight".</summary>
    public IReadOnlyList<(string Name, Parameter Parameter)> Parameters { get; }

    /// <summary>The network as data, without the values of its parameters.</summary>
    public NetworkDescription Description =>
        new(Input.Channels, Input.Height, Input.Width, Mean, Deviation, [.. _layers.Select(layer => layer.Description)]);

    /// <summary>A network of that description, freshly initialised from a seed.</summary>
    /// <param name="description">The network as data.</param>
    /// <param name="seed">Seed of the first weights.</param>
    /// <param name="layers">The kinds of layers that it may have; optional, the built-in ones.</param>
    /// <exception cref="InvalidDataException">A layer's kind or settings are wrong.</exception>
    /// <exception cref="ArgumentException">The layers do not fit together.</exception>
    public static NeuralNetwork Build(NetworkDescription description, long seed, LayerCatalog? layers = null)
    {
        ArgumentNullException.ThrowIfNull(description);
        return Make(description, new SeededRandom(seed), layers ?? LayerCatalog.BuiltIn);
    }

    /// <summary>A network of that description whose weights are all zero, to be filled.</summary>
    /// <inheritdoc cref="Build" path="/exception"/>
    internal static NeuralNetwork Blank(NetworkDescription description, LayerCatalog layers) => Make(description, random: null, layers);

    /// <summary>Size of a layer's input for one image; <paramref name="layer"/> = number of layers gives the output's.</summary>
    public Shape ShapeAt(int layer) => _shapes[layer];

    /// <summary>Computes the scores of a batch, layer by layer: the specification that the compiled plans are held to.</summary>
    /// <param name="x">[N, C, H, W] pictures, mean subtracted and divided by the deviation.</param>
    /// <param name="pass">The caller's memory. A training pass keeps what <see cref="Backward"/> needs.</param>
    /// <returns>[N, K] scores. They belong to the pass and hold until it is used again.</returns>
    public Tensor Forward(Tensor x, Pass pass)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(pass);
        if (x.Shape.WithCount(1) != Input)
        {
            throw new ArgumentException($"The network takes pictures of {Input}; got {x.Shape}.", nameof(x));
        }

        Tensor current = x;
        for (int i = 0; i < _layers.Length; i++)
        {
            Tensor next = pass.Tensor(this, OutputSlot(i, pass), _shapes[i + 1].WithCount(x.Shape.Count));
            _layers[i].Forward(current, next, pass);
            current = next;
        }

        return current;
    }

    /// <summary>Adds the loss's gradient to every learned parameter's.</summary>
    /// <param name="x">The batch that went forward.</param>
    /// <param name="dy">[N, K] the loss's gradient to the scores; zero in lanes beyond N.</param>
    /// <param name="pass">The training pass that went forward.</param>
    public void Backward(Tensor x, Tensor dy, Pass pass)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(dy);
        ArgumentNullException.ThrowIfNull(pass);
        Tensor gradient = dy;
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            Shape input = _shapes[i].WithCount(x.Shape.Count);
            Tensor from = i == 0 ? x : pass.Tensor(this, OutputSlot(i - 1, pass), input);
            Tensor? next = i == 0 ? null : pass.Tensor(pass, i % 2, input); // nobody needs the gradient to the pictures
            _layers[i].Backward(from, gradient, next, pass);
            gradient = next!;
        }
    }

    /// <summary>Sets all gradients to zero.</summary>
    public void ClearGradients()
    {
        foreach ((_, Parameter parameter) in Parameters)
        {
            parameter.Gradient.Clear();
        }
    }

    /// <summary>Takes over another network's parameters, of the same description.</summary>
    internal void CopyParametersFrom(NeuralNetwork other)
    {
        foreach (((_, Parameter to), (_, Parameter from)) in Parameters.Zip(other.Parameters))
        {
            from.Values.CopyTo(to.Values);
        }
    }

    private static NeuralNetwork Make(NetworkDescription description, Random? random, LayerCatalog layers) => new(
        description.Input, description.Mean, description.Deviation, [.. description.Layers.Select(layer => layers.Build(layer, random))]);

    private static List<(string Name, Parameter Parameter)> Named(Layer[] layers)
    {
        var named = new List<(string Name, Parameter Parameter)>();
        for (int i = 0; i < layers.Length; i++)
        {
            string layer = string.Create(CultureInfo.InvariantCulture, $"{i}.{layers[i].Description.Kind}.");
            foreach (Parameter parameter in layers[i].Parameters)
            {
                named.Add((layer + parameter.Name, parameter));
            }
        }

        return named;
    }

    // A training pass keeps every layer's output for the way back; another needs two to alternate between.
    private static int OutputSlot(int layer, Pass pass) => pass.Training ? layer : layer % 2;

    private static Shape Checked(Shape shape, string where) =>
        Math.Min(shape.Channels, Math.Min(shape.Height, shape.Width)) > 0
        && (Int128)shape.Channels * shape.Height * shape.Width <= MostFeatures
        ? shape
        : throw new ArgumentException($"{where} gives {shape}; a layer may have at most {MostFeatures} values an image.");
}
