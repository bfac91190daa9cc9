using Cifra.Network;
using Cifra.Network.Models;
using Cifra.Numerics;

namespace Cifra.Training.Optimizers;

/// <summary>Changes a network's learned parameters by their gradients, and keeps what it remembers from step to step.</summary>
/// <remarks>
/// A derived class asks for its memory in its constructor (<see cref="AddState"/>), and changes values in <see cref="Update"/>. Checkpoints then hold and
/// restore the memory. Any number of threads call <see cref="Update"/> at once, each for other values; the result must depend on its arguments and the
/// memory of
/// these values alone.
/// </remarks>
public abstract class Optimizer
{
    // Values that a task changes: few enough that two threads share the one large layer of a network.
    private const int PartLength = 16_384;

    private readonly (string Name, Parameter Parameter)[] _parameters;
    private readonly (int Index, Range Range)[] _parts;
    private readonly double _weightDecay;
    private readonly Action<int, Scratch> _updatePart;
    private readonly List<NamedTensor> _state = [];
    private double _rate;
    private long _step;

    /// <summary>An optimizer of a network.</summary>
    /// <param name="network">The network whose learned parameters it changes.</param>
    /// <param name="weightDecay">Weight decay for weights; biases and norms have none.</param>
    protected Optimizer(NeuralNetwork network, double weightDecay)
    {
        ArgumentNullException.ThrowIfNull(network);
        _parameters = [.. network.Parameters.Where(p => p.Parameter.Learned)];
        _parts = [.. _parameters.SelectMany((p, i) => Parts(p.Parameter.Length).Select(range => (i, range)))];
        _weightDecay = weightDecay;
        _updatePart = UpdatePart;
    }

    /// <summary>What the optimizer remembers, by name, for a checkpoint. The arrays are the optimizer's own.</summary>
    internal IEnumerable<NamedTensor> State => _state;

    /// <summary>An optimizer of those settings for that network.</summary>
    internal static Optimizer Create(OptimizerSettings settings, NeuralNetwork network, double weightDecay) => settings switch
    {
        OptimizerSettings.Sgd sgd => new SgdOptimizer(network, weightDecay, sgd),
        OptimizerSettings.Adam adam => new AdamOptimizer(network, weightDecay, new AdamConstants(adam.Beta1, adam.Beta2, adam.Epsilon), decoupled: false),
        OptimizerSettings.AdamW adam => new AdamOptimizer(network, weightDecay, new AdamConstants(adam.Beta1, adam.Beta2, adam.Epsilon), decoupled: true),
        OptimizerSettings.Adadelta adadelta => new AdadeltaOptimizer(network, weightDecay, adadelta),
        CustomOptimizerSettings custom => custom.Create(network, weightDecay),
        _ => throw new ArgumentException($"{settings} is no optimizer that this version knows.", nameof(settings)),
    };

    /// <summary>Takes one step.</summary>
    /// <param name="rate">Learning rate.</param>
    /// <param name="step">1 for the first.</param>
    /// <param name="workers">The threads to use. Every value stands alone, so who changes it does not show.</param>
    internal void Step(double rate, long step, Workers workers)
    {
        _rate = rate;
        _step = step;
        workers.For(_parts.Length, _updatePart);
    }

    /// <summary>Sets the state from a checkpoint's tensors.</summary>
    internal void Restore(IReadOnlyDictionary<string, NamedTensor> tensors, string file)
    {
        foreach (NamedTensor own in State)
        {
            if (!tensors.TryGetValue(own.Name, out NamedTensor? saved) || saved.Values.Length != own.Values.Length)
            {
                throw InvalidData.At(file, $"tensor {own.Name}", $"{own.Values.Length} numbers", saved is null ? "none" : $"{saved.Values.Length}");
            }

            if (!saved.Values.All(float.IsFinite))
            {
                throw InvalidData.At(file, $"tensor {own.Name}", "finite numbers", "another");
            }

            saved.Values.CopyTo(own.Values, 0);
        }
    }

    /// <summary>Changes some values of a parameter.</summary>
    /// <param name="parameter">Which of the learned parameters; the index into what <see cref="AddState"/> gave.</param>
    /// <param name="range">Which of its values.</param>
    /// <param name="weights">[values] in and out.</param>
    /// <param name="gradients">[values].</param>
    /// <param name="current">Learning rate, decay and number of the step.</param>
    protected abstract void Update(int parameter, Range range, Span<float> weights, ReadOnlySpan<float> gradients, OptimizerStep current);

    /// <summary>Memory of the optimizer: a number for every learned value of the network, 0 at the start. Call it in the constructor.</summary>
    /// <param name="name">Name in checkpoints: "velocity".</param>
    /// <returns>An array for every learned parameter.</returns>
    protected IReadOnlyList<float[]> AddState(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        float[][] arrays = [.. _parameters.Select(p => new float[p.Parameter.Length])];
        _state.AddRange(_parameters.Select((p, i) => new NamedTensor($"{name}/{p.Name}", [arrays[i].Length], arrays[i])));
        return arrays;
    }

    private static IEnumerable<Range> Parts(int length)
    {
        for (int start = 0; start < length; start += PartLength)
        {
            yield return start..Math.Min(start + PartLength, length);
        }
    }

    private void UpdatePart(int part, Scratch scratch)
    {
        (int index, Range range) = _parts[part];
        Parameter parameter = _parameters[index].Parameter;
        double decay = parameter.Role == ParameterRole.Weight ? _weightDecay : 0;
        Update(index, range, parameter.Values[range], parameter.Gradient[range], new OptimizerStep(_rate, decay, _step));
    }
}
