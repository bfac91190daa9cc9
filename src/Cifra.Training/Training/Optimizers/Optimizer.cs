using Cifra.Network;
using Cifra.Network.Models;
using Cifra.Numerics;

namespace Cifra.Training.Optimizers;

/// <summary>Changes a network's learned parameters by their gradients, and keeps what the rule remembers from step to step.</summary>
internal abstract class Optimizer
{
    // Values that a task changes: few enough that two threads share the one large layer of a network.
    private const int PartLength = 16_384;

    private readonly (string Name, Parameter Parameter)[] _parameters;
    private readonly (int Index, Range Range)[] _parts;
    private readonly double _weightDecay;
    private readonly Action<int, Scratch> _updatePart;
    private double _rate;
    private long _step;

    protected Optimizer(NeuralNetwork network, double weightDecay)
    {
        _parameters = [.. network.Parameters.Where(p => p.Parameter.Learned)];
        _parts = [.. _parameters.SelectMany((p, i) => Parts(p.Parameter.Length).Select(range => (i, range)))];
        _weightDecay = weightDecay;
        _updatePart = UpdatePart;
    }

    /// <summary>What the rule remembers, by name, for a checkpoint. The arrays are the optimizer's own.</summary>
    public abstract IEnumerable<NamedTensor> State { get; }

    /// <summary>An optimizer of those settings for that network.</summary>
    public static Optimizer Create(OptimizerSettings settings, NeuralNetwork network, double weightDecay) => settings switch
    {
        OptimizerSettings.Sgd sgd => new SgdOptimizer(network, weightDecay, sgd),
        OptimizerSettings.Adam adam => new AdamOptimizer(network, weightDecay, new AdamConstants(adam.Beta1, adam.Beta2, adam.Epsilon), decoupled: false),
        OptimizerSettings.AdamW adam => new AdamOptimizer(network, weightDecay, new AdamConstants(adam.Beta1, adam.Beta2, adam.Epsilon), decoupled: true),
        OptimizerSettings.Adadelta adadelta => new AdadeltaOptimizer(network, weightDecay, adadelta),
        _ => throw new ArgumentException($"{settings} is no optimizer that this version knows.", nameof(settings)),
    };

    /// <summary>Takes one step.</summary>
    /// <param name="rate">Learning rate.</param>
    /// <param name="step">1 for the first.</param>
    /// <param name="workers">The threads to use. Every value stands alone, so who changes it does not show.</param>
    public void Step(double rate, long step, Workers workers)
    {
        _rate = rate;
        _step = step;
        workers.For(_parts.Length, _updatePart);
    }

    /// <summary>Sets the state from a checkpoint's tensors.</summary>
    public void Restore(IReadOnlyDictionary<string, NamedTensor> tensors, string file)
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
    /// <param name="index">Which of the learned parameters.</param>
    /// <param name="range">Which values.</param>
    /// <param name="weights">[values] in and out.</param>
    /// <param name="gradients">[values].</param>
    /// <param name="rate">Learning rate.</param>
    /// <param name="weightDecay">Decay for this parameter.</param>
    /// <param name="step">1 for the first.</param>
    protected abstract void Update(int index, Range range, Span<float> weights, ReadOnlySpan<float> gradients, double rate, double weightDecay, long step);

    /// <summary>One array of zeros for every parameter.</summary>
    protected float[][] Zeros() => [.. _parameters.Select(p => new float[p.Parameter.Length])];

    protected IEnumerable<NamedTensor> Named(string slot, float[][] arrays) =>
        _parameters.Select((p, i) => new NamedTensor($"{slot}/{p.Name}", [arrays[i].Length], arrays[i]));

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
        Update(index, range, parameter.Values[range], parameter.Gradient[range], _rate, decay, _step);
    }
}
