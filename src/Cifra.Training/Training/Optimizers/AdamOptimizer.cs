using System.Numerics;
using Cifra.Network;

namespace Cifra.Training.Optimizers;

/// <summary>
/// m = β₁·m + (1-β₁)·g and v = β₂·v + (1-β₂)·g²; w -= rate·m̂/(√v̂ + ε), with m̂ and v̂ freed of their start at zero.
/// Adam has g = dw + decay·w; AdamW has g = dw and takes rate·decay·w from w.
/// </summary>
internal sealed class AdamOptimizer : Optimizer
{
    private readonly IReadOnlyList<float[]> _mean;
    private readonly IReadOnlyList<float[]> _square;
    private readonly AdamConstants _constants;
    private readonly bool _decoupled;

    public AdamOptimizer(NeuralNetwork network, double weightDecay, AdamConstants constants, bool decoupled)
        : base(network, weightDecay)
    {
        Guard.InRange(constants.Beta1, 0, 0.99999);
        Guard.InRange(constants.Beta2, 0, 0.999999);
        Guard.InRange(constants.Epsilon, 1e-16, 1);
        _constants = constants;
        _decoupled = decoupled;
        _mean = AddState("mean");
        _square = AddState("square");
    }

    /// <summary>The twin of the vector loop, which equals it bit for bit.</summary>
    internal static (float Weight, float Mean, float Square) Reference(float w, float dw, float m, float v, AdamStep s)
    {
        float g = MathF.FusedMultiplyAdd(s.AddedDecay, w, dw);
        m = MathF.FusedMultiplyAdd(s.MeanShare, g - m, m);
        v = MathF.FusedMultiplyAdd(s.SquareShare, (g * g) - v, v);
        float size = MathF.FusedMultiplyAdd(MathF.Sqrt(v), s.RootCorrection, s.Epsilon);
        return (MathF.FusedMultiplyAdd(-s.Rate, m / size, s.Kept * w), m, v);
    }

    internal static void Apply(Span<float> weights, ReadOnlySpan<float> gradients, Span<float> means, Span<float> squares, AdamStep s)
    {
        int whole = weights.Length - (weights.Length % Vector<float>.Count);
        for (int i = 0; i < whole; i += Vector<float>.Count)
        {
            var w = new Vector<float>(weights[i..]);
            var m = new Vector<float>(means[i..]);
            var v = new Vector<float>(squares[i..]);
            Vector<float> g = Vector.FusedMultiplyAdd(new Vector<float>(s.AddedDecay), w, new Vector<float>(gradients[i..]));
            m = Vector.FusedMultiplyAdd(new Vector<float>(s.MeanShare), g - m, m);
            v = Vector.FusedMultiplyAdd(new Vector<float>(s.SquareShare), (g * g) - v, v);
            Vector<float> size = Vector.FusedMultiplyAdd(
                Vector.SquareRoot(v), new Vector<float>(s.RootCorrection), new Vector<float>(s.Epsilon));
            m.CopyTo(means[i..]);
            v.CopyTo(squares[i..]);
            Vector.FusedMultiplyAdd(new Vector<float>(-s.Rate), m / size, new Vector<float>(s.Kept) * w).CopyTo(weights[i..]);
        }

        for (int i = whole; i < weights.Length; i++)
        {
            (weights[i], means[i], squares[i]) = Reference(weights[i], gradients[i], means[i], squares[i], s);
        }
    }

    protected override void Update(int parameter, Range range, Span<float> weights, ReadOnlySpan<float> gradients, OptimizerStep current) => Apply(
        weights,
        gradients,
        _mean[parameter].AsSpan()[range],
        _square[parameter].AsSpan()[range],
        AdamStep.Of(
            _constants, current.Rate, current.Number, addedDecay: _decoupled ? 0 : current.WeightDecay, takenDecay: _decoupled ? current.WeightDecay : 0));
}

/// <summary>The constants of Adam.</summary>
internal readonly record struct AdamConstants(double Beta1, double Beta2, double Epsilon);

/// <summary>The constants of one step of Adam; the corrections for the start at zero are worked into them.</summary>
internal readonly record struct AdamStep(
    float Rate, float MeanShare, float SquareShare, float RootCorrection, float Epsilon, float AddedDecay, float Kept)
{
    /// <param name="c">The constants of Adam.</param>
    /// <param name="rate">Learning rate.</param>
    /// <param name="step">1 for the first.</param>
    /// <param name="addedDecay">Weight decay that goes into the gradient.</param>
    /// <param name="takenDecay">Weight decay that is taken from the weights.</param>
    public static AdamStep Of(AdamConstants c, double rate, long step, double addedDecay, double takenDecay) => new(
        (float)(rate / (1 - Math.Pow(c.Beta1, step))),
        (float)(1 - c.Beta1), // in double: 1 - 0.999f is off by 1 in 80,000
        (float)(1 - c.Beta2),
        (float)(1 / Math.Sqrt(1 - Math.Pow(c.Beta2, step))),
        (float)c.Epsilon,
        (float)addedDecay,
        (float)(1 - (rate * takenDecay)));
}
