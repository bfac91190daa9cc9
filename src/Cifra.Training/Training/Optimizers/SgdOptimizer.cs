using System.Numerics;
using Cifra.Network;

namespace Cifra.Training.Optimizers;

/// <summary>v = momentum·v + g, with g = dw + decay·w; then w -= rate·v, or with Nesterov w -= rate·(g + momentum·v).</summary>
internal sealed class SgdOptimizer : Optimizer
{
    private readonly IReadOnlyList<float[]> _velocity;
    private readonly OptimizerSettings.Sgd _settings;

    public SgdOptimizer(NeuralNetwork network, double weightDecay, OptimizerSettings.Sgd settings)
        : base(network, weightDecay)
    {
        Guard.InRange(settings.Momentum, 0, 0.9999);
        _settings = settings;
        _velocity = AddState("velocity");
    }

    /// <summary>The twin of the vector loop, which equals it bit for bit.</summary>
    internal static (float Weight, float Velocity) Reference(float w, float dw, float v, SgdStep s)
    {
        float g = MathF.FusedMultiplyAdd(s.Decay, w, dw);
        v = MathF.FusedMultiplyAdd(s.Momentum, v, g);
        float direction = s.Nesterov ? MathF.FusedMultiplyAdd(s.Momentum, v, g) : v;
        return (MathF.FusedMultiplyAdd(-s.Rate, direction, w), v);
    }

    internal static void Apply(Span<float> weights, ReadOnlySpan<float> gradients, Span<float> velocities, SgdStep s)
    {
        int whole = weights.Length - (weights.Length % Vector<float>.Count);
        var momentum = new Vector<float>(s.Momentum);
        for (int i = 0; i < whole; i += Vector<float>.Count)
        {
            var w = new Vector<float>(weights[i..]);
            Vector<float> g = Vector.FusedMultiplyAdd(new Vector<float>(s.Decay), w, new Vector<float>(gradients[i..]));
            Vector<float> v = Vector.FusedMultiplyAdd(momentum, new Vector<float>(velocities[i..]), g);
            Vector<float> direction = s.Nesterov ? Vector.FusedMultiplyAdd(momentum, v, g) : v;
            v.CopyTo(velocities[i..]);
            Vector.FusedMultiplyAdd(new Vector<float>(-s.Rate), direction, w).CopyTo(weights[i..]);
        }

        for (int i = whole; i < weights.Length; i++)
        {
            (weights[i], velocities[i]) = Reference(weights[i], gradients[i], velocities[i], s);
        }
    }

    protected override void Update(int parameter, Range range, Span<float> weights, ReadOnlySpan<float> gradients, OptimizerStep current) => Apply(
        weights,
        gradients,
        _velocity[parameter].AsSpan()[range],
        new SgdStep((float)current.Rate, (float)_settings.Momentum, (float)current.WeightDecay, _settings.Nesterov));
}

/// <summary>The constants of one step of gradient descent.</summary>
internal readonly record struct SgdStep(float Rate, float Momentum, float Decay, bool Nesterov);
