using Cifra.Reading.Forms.Finding;

namespace Cifra.Tests.Reading.Forms.Finding;

public sealed class ParabolaTests
{
    [Fact]
    public void Through_OneHeight_IsThatLine() => Assert.Equal([2.5, 0, 0], Parabola.Through([(0.1, 2.5), (0.5, 2.5), (0.9, 2.5)]), Close);

    [Fact]
    public void Through_ManySightingsOfAParabola_IsThatParabola()
    {
        // 0.2 + 0.4 t + 0.4 t²: within a pixel of its median, so that all weigh 1; ten thousand of them leave the ridge no say.
        (double At, double Off)[] seen = [.. Enumerable.Range(0, 10_000).Select(i => i / 9999.0).Select(t => (t, 0.2 + (0.4 * t) + (0.4 * t * t)))];

        Assert.Equal([0.2, 0.4, 0.4], Parabola.Through(seen), (a, b) => Math.Abs(a - b) < 0.01);
    }

    // By hand: 2a + b + c = 1, a + 1.3b + c = 1 and a + b + 1.3c = 1, hence b = c = 0.5 / 1.3 and a = 0.5 - b.
    [Fact]
    public void Through_TwoSightings_HoldsSlopeAndBendNearZero() =>
        Assert.Equal([0.5 - (0.5 / 1.3), 0.5 / 1.3, 0.5 / 1.3], Parabola.Through([(0, 0), (1, 1)]), Close);

    // By hand, all at t = 0: a start at the median 0, then the third one, off by e, weighs 1 / e²: 0.12121, 0.12866, 0.12914, 0.12917.
    [Fact]
    public void Through_Outlier_WeighsTheSquareOfItsDistanceLess() => Assert.Equal(0.12917, Parabola.Through([(0, 0), (0, 0), (0, 4)])[0], 1e-5);

    [Fact]
    public void Through_SightingAPixelOff_StillHasItsFullWeight() => Assert.Equal(1 / 3.0, Parabola.Through([(0, 0), (0, 0), (0, 1)])[0], 1e-9);

    [Fact]
    public void Through_SomeWrongSightings_FollowsTheOthers()
    {
        (double, double)[] seen = [.. Enumerable.Range(0, 20).Select(i => (i / 19.0, i % 5 == 2 ? 30.0 : 2.0))];

        Assert.All(Enumerable.Range(0, 11), i => Assert.InRange(Value(Parabola.Through(seen), i / 10.0), 1.9, 2.1));
    }

    private static double Value(double[] curve, double t) => curve[0] + (curve[1] * t) + (curve[2] * t * t);

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-9;
}
