using Cifra.Numerics;

namespace Cifra.Tests.Numerics;

/// <summary>The sums over planes equal their scalar twin bit for bit.</summary>
public sealed class LaneSumsTests
{
    public static TheoryData<int> Positions => [.. Enumerable.Range(0, 8), 57, 200];

    [Theory]
    [MemberData(nameof(Positions))]
    public void AddRuns_AnyLength_EqualsTwin(int positions)
    {
        float[] x = Values(positions, 1);
        (float[] expected, float[] actual) = Starts();

        Reference.AddLanewise(x.Length, expected, (sum, i) => sum + x[i]);
        Kernels.AddRuns(x, actual);

        Bits.AssertSame(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public void AddSquaredDeviations_AnyLength_EqualsTwin(int positions)
    {
        float[] x = Values(positions, 1);
        (float[] expected, float[] actual) = Starts();

        Reference.AddLanewise(x.Length, expected, (sum, i) => MathF.FusedMultiplyAdd(x[i] - 0.3f, x[i] - 0.3f, sum));
        Kernels.AddSquaredDeviations(x, 0.3f, actual);

        Bits.AssertSame(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public void AddDeviationProducts_AnyLength_EqualsTwin(int positions)
    {
        float[] x = Values(positions, 1);
        float[] d = Values(positions, 2);
        (float[] expected, float[] actual) = Starts();

        Reference.AddLanewise(x.Length, expected, (sum, i) => MathF.FusedMultiplyAdd(x[i] - 0.3f, d[i], sum));
        Kernels.AddDeviationProducts(x, 0.3f, d, actual);

        Bits.AssertSame(expected, actual);
    }

    private static (float[] Expected, float[] Actual) Starts()
    {
        float[] start = Samples.Uniform(Tensor.Lanes, new SeededRandom(22));
        return (start, [.. start]);
    }

    // Specials are rare, so that most lanes' sums stay numbers.
    private static float[] Values(int positions, int key) =>
        Samples.WithSpecials(positions * Tensor.Lanes, new SeededRandom(21, key), every: 300);
}
