using System.Numerics;
using Cifra.Network;

namespace Cifra.Training.Optimizers;

/// <summary>
/// v = ρ·v + (1-ρ)·g²; δ = √(u + ε)/√(v + ε)·g, of the u before this step; u = ρ·u + (1-ρ)·δ²; w -= rate·δ, with g = dw + decay·w.
/// </summary>
internal sealed class AdadeltaOptimizer : Optimizer
{
    private readonly IReadOnlyList<float[]> _square;
    private readonly IReadOnlyList<float[]> _change;
    private readonly OptimizerSettings.Adadelta _settings;

    public AdadeltaOptimizer(NeuralNetwork network, double weightDecay, OptimizerSettings.Adadelta settings)
        : base(network, weightDecay)
    {
        Guard.InRange(settings.Rho, 0, 0.99999);
        Guard.InRange(settings.Epsilon, 1e-16, 1);
        _settings = settings;
        _square = AddState("square");
        _change = AddState("change");
    }

    /// <summary>The twin of the vector loop, which equals it bit for bit.</summary>
    internal static (float Weight, float Square, float Change) Reference(float w, float dw, float v, float u, AdadeltaStep s)
    {
        float g = MathF.FusedMultiplyAdd(s.Decay, w, dw);
        v = MathF.FusedMultiplyAdd(s.Share, (g * g) - v, v);
        float change = MathF.Sqrt(u + s.Epsilon) / MathF.Sqrt(v + s.Epsilon) * g;
        u = MathF.FusedMultiplyAdd(s.Share, (change * change) - u, u);
        return (MathF.FusedMultiplyAdd(-s.Rate, change, w), v, u);
    }

    internal static void Apply(Span<float> weights, ReadOnlySpan<float> gradients, Span<float> squares, Span<float> changes, AdadeltaStep s)
    {
        int whole = weights.Length - (weights.Length % Vector<float>.Count);
        var share = new Vector<float>(s.Share);
        var epsilon = new Vector<float>(s.Epsilon);
        for (int i = 0; i < whole; i += Vector<float>.Count)
        {
            var w = new Vector<float>(weights[i..]);
            var v = new Vector<float>(squares[i..]);
            var u = new Vector<float>(changes[i..]);
            Vector<float> g = Vector.FusedMultiplyAdd(new Vector<float>(s.Decay), w, new Vector<float>(gradients[i..]));
            v = Vector.FusedMultiplyAdd(share, (g * g) - v, v);
            Vector<float> change = Vector.SquareRoot(u + epsilon) / Vector.SquareRoot(v + epsilon) * g;
            u = Vector.FusedMultiplyAdd(share, (change * change) - u, u);
            v.CopyTo(squares[i..]);
            u.CopyTo(changes[i..]);
            Vector.FusedMultiplyAdd(new Vector<float>(-s.Rate), change, w).CopyTo(weights[i..]);
        }

        for (int i = whole; i < weights.Length; i++)
        {
            (weights[i], squares[i], changes[i]) = Reference(weights[i], gradients[i], squares[i], changes[i], s);
        }
    }

    protected override void Update(int parameter, Range range, Span<float> weights, ReadOnlySpan<float> gradients, OptimizerStep current) => Apply(
        weights,
        gradients,
        _square[parameter].AsSpan()[range],
        _change[parameter].AsSpan()[range],
        new AdadeltaStep((float)current.Rate, (float)(1 - _settings.Rho), (float)_settings.Epsilon, (float)current.WeightDecay));
}

/// <summary>The constants of one step of Adadelta; the share is 1 - ρ.</summary>
internal readonly record struct AdadeltaStep(float Rate, float Share, float Epsilon, float Decay);
