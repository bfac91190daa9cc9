using Cifra.Numerics;
using Cifra.Training;
using Cifra.Training.Optimizers;

namespace Cifra.Tests.Training.Optimizers;

/// <summary>The vector loops of training equal their scalar twins bit for bit, with every tail.</summary>
public sealed class OptimizerTwinTests
{
    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 50)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void SgdApply_AnyLength_EqualsTwin(int length)
    {
        foreach (bool nesterov in (bool[])[false, true])
        {
            var step = new SgdStep(0.1f, 0.9f, 0.01f, nesterov);
            (float[] w, float[] g, float[] v) = (Values(length, 1), Values(length, 2), Values(length, 3));
            (float Weight, float Velocity)[] expected = [.. w.Select((_, i) => SgdOptimizer.Reference(w[i], g[i], v[i], step))];

            SgdOptimizer.Apply(w, g, v, step);

            Bits.AssertSame([.. expected.Select(e => e.Weight)], w, "weight");
            Bits.AssertSame([.. expected.Select(e => e.Velocity)], v, "velocity");
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void AdamApply_AnyLength_EqualsTwin(int length)
    {
        AdamStep step = AdamStep.Of(new AdamConstants(0.9, 0.999, 1e-8), rate: 0.01, step: 3, addedDecay: 0.02, takenDecay: 0.03);
        (float[] w, float[] g, float[] m, float[] v) = (Values(length, 1), Values(length, 2), Values(length, 3), Values(length, 4));
        (float Weight, float Mean, float Square)[] expected = [.. w.Select((_, i) => AdamOptimizer.Reference(w[i], g[i], m[i], v[i], step))];

        AdamOptimizer.Apply(w, g, m, v, step);

        Bits.AssertSame([.. expected.Select(e => e.Weight)], w, "weight");
        Bits.AssertSame([.. expected.Select(e => e.Mean)], m, "mean");
        Bits.AssertSame([.. expected.Select(e => e.Square)], v, "square");
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void AdadeltaApply_AnyLength_EqualsTwin(int length)
    {
        var step = new AdadeltaStep(Rate: 1, Share: 0.1f, Epsilon: 1e-6f, Decay: 0.02f);
        (float[] w, float[] g, float[] v, float[] u) = (Values(length, 1), Values(length, 2), Values(length, 3), Values(length, 4));
        (float Weight, float Square, float Change)[] expected = [.. w.Select((_, i) => AdadeltaOptimizer.Reference(w[i], g[i], v[i], u[i], step))];

        AdadeltaOptimizer.Apply(w, g, v, u, step);

        Bits.AssertSame([.. expected.Select(e => e.Weight)], w, "weight");
        Bits.AssertSame([.. expected.Select(e => e.Square)], v, "square");
        Bits.AssertSame([.. expected.Select(e => e.Change)], u, "change");
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void MoveTowards_AnyLength_EqualsTwin(int length)
    {
        (float[] a, float[] x) = (Values(length, 1), Values(length, 2));
        float[] expected = [.. a.Zip(x, (old, now) => MathF.FusedMultiplyAdd(0.3f, now - old, old))];

        WeightAverage.MoveTowards(a, x, 0.3f);

        Bits.AssertSame(expected, a);
    }

    private static float[] Values(int length, int key) => Samples.WithSpecials(length, new SeededRandom(50, key), every: 10);
}
