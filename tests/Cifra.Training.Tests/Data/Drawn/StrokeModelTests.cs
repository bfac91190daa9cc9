using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Data.Drawn;

public sealed class StrokeModelTests
{
    [Fact]
    public void Parse_Strokes_ReadsPointsCornersAndLifts()
    {
        var form = Allograph.Parse("test", 3, "8,6 72,-4! 40,100 | 20,50 62,48");

        Assert.Equal(2, form.Strokes.Count);
        Assert.Equal(
            [new(new Vector2(0.08f, 0.06f), false), new(new Vector2(0.72f, -0.04f), true), new(new Vector2(0.4f, 1), false)],
            form.Strokes[0]);
        Assert.Equal(new Vector2(0.62f, 0.48f), form.Strokes[1][1].At);
    }

    [Fact]
    public void Choose_ManyTimes_ReachesEachFormAboutAsOftenAsItsWeight()
    {
        for (int digit = 0; digit < 10; digit++)
        {
            var random = new SeededRandom(digit);
            Allograph[] forms = Allographs.Of(digit).ToArray();
            Dictionary<Allograph, int> counts = Enumerable.Range(0, 4000)
                .CountBy(_ => Allographs.Choose(digit, random)).ToDictionary();

            foreach (Allograph form in forms)
            {
                double expected = 4000.0 * form.Weight / forms.Sum(each => each.Weight);
                Assert.InRange(counts[form], 0.7 * expected, 1.3 * expected);
            }
        }
    }

    [Fact]
    public void Smooth_AnyForm_GoesThroughItsControlPoints()
    {
        foreach (ControlPoint[] stroke in Enumerable.Range(0, 10).SelectMany(d => Allographs.Of(d).ToArray()).SelectMany(f => f.Strokes))
        {
            Vector2[] line = Curve.Smooth(stroke, roundness: 1);

            Assert.All(stroke, point => Assert.InRange(line.Min(at => Vector2.Distance(at, point.At)), 0, 1e-5f));
        }
    }

    [Fact]
    public void Smooth_PointsOnALine_StaysOnIt()
    {
        Vector2[] line = Curve.Smooth([new(new(0, 0), false), new(new(1, 2), false), new(new(4, 8), false)], roundness: 1);

        Assert.All(line, at => Assert.Equal(2 * at.X, at.Y, 1e-5f));
    }

    [Fact]
    public void Smooth_Corner_TurnsWithoutBending()
    {
        Vector2[] line = Curve.Smooth([new(new(0, 0), false), new(new(1, 0), true), new(new(1, 1), false)], roundness: 1);

        Assert.All(line, at => Assert.True(at.Y == 0 || at.X == 1, $"{at}"));
    }

    [Fact]
    public void Apply_NothingToBend_LeavesThePoint()
    {
        var bend = new SkeletonTransform(Breadth: 1, Slant: 0, Turn: 0, Waist: 0, Taper: 0, Bow: 0, Sag: 0);

        Assert.Equal(new Vector2(0.25f, 0.75f), bend.Apply(new Vector2(0.25f, 0.75f)));
    }

    [Fact]
    public void Apply_TurnOnly_KeepsDistancesAndTurnsClockwise()
    {
        var bend = new SkeletonTransform(Breadth: 1, Slant: 0, Turn: 0.1f, Waist: 0, Taper: 0, Bow: 0, Sag: 0);

        Vector2 arrow = bend.Apply(new Vector2(1, 0.5f)) - bend.Apply(new Vector2(0, 0.5f));

        Assert.Equal(1, arrow.Length(), 1e-5f);
        Assert.Equal(Math.Tan(0.1), arrow.Y / arrow.X, 1e-3); // y downwards: clockwise is down on the right
    }

    [Fact]
    public void Apply_SlantOnly_MovesTheTopRight()
    {
        var bend = new SkeletonTransform(Breadth: 1, Slant: 0.5f, Turn: 0, Waist: 0, Taper: 0, Bow: 0, Sag: 0);

        Vector2 rise = bend.Apply(new Vector2(0.4f, 0)) - bend.Apply(new Vector2(0.4f, 1));

        Assert.Equal(0.5f, rise.X, 1e-5f);
        Assert.Equal(-1, rise.Y, 1e-5f);
    }

    [Theory]
    [InlineData(20, 20, 60, 20)]
    [InlineData(20.3, 25.1, 57.7, 41.6)]
    [InlineData(40, 40, 40, 40)]
    public void Draw_Capsule_InksItsArea(float x0, float y0, float x1, float y1)
    {
        const float Radius = 6.3f;
        var canvas = new GrayImage(80, 80);

        Pen.Draw(canvas, new Figure([[new(new(x0, y0), Radius), new(new(x1, y1), Radius)]]));

        double length = Math.Sqrt(((x1 - x0) * (x1 - x0)) + ((y1 - y0) * (y1 - y0)));
        double area = (2 * Radius * length) + (Math.PI * Radius * Radius);
        Assert.Equal(1, canvas.Pixels.ToArray().Sum(level => level / 255.0) / area, 0.01);
    }

    [Fact]
    public void Draw_WideningStroke_IsAsWideAsThePenAtEachPlace()
    {
        var canvas = new GrayImage(120, 40);

        Pen.Draw(canvas, new Figure([[new(new(10, 20), 2), new(new(110, 20), 12)]]));

        Assert.Equal(2 * 4.5, ColumnInk(canvas, 35), 0.3); // a quarter along, at x = 35.5, the radius is 4.55
        Assert.Equal(2 * 9.5, ColumnInk(canvas, 85), 0.3);
    }

    [Fact]
    public void Draw_BeyondTheEdge_LosesTheInk()
    {
        var canvas = new GrayImage(10, 10);

        Pen.Draw(canvas, new Figure([[new(new(-50, -50), 4), new(new(60, 60), 4)]]));
        Pen.Draw(canvas, new Figure([[new(new(-50, 5), 4), new(new(-20, 5), 4)]]));

        Assert.Equal(255, canvas[5, 5]);
        Assert.Equal(0, canvas[0, 9]);
    }

    private static double ColumnInk(GrayImage canvas, int x) =>
        Enumerable.Range(0, canvas.Height).Sum(y => canvas[x, y] / 255.0);
}
