using System.Numerics;
using Cifra.Numerics;

namespace Cifra.Data.Drawn;

/// <summary>A writer's handwriting, shared by all digits of one number. Lengths are in heights of a digit.</summary>
internal sealed record Handwriting
{
    /// <summary>Lean to the right: how far the top is ahead of the foot.</summary>
    public required float Slant { get; init; }

    /// <summary>Width over the skeleton's own width.</summary>
    public required float Breadth { get; init; }

    /// <summary>Turn of the whole digit, in radians, clockwise.</summary>
    public required float Turn { get; init; }

    /// <summary>1 bends as the skeleton does; less is more angular.</summary>
    public required float Roundness { get; init; }

    /// <summary>Deviation of a control point from its place.</summary>
    public required float Carelessness { get; init; }

    /// <summary>Deviation of the smooth warps that bend a digit as a whole.</summary>
    public required float Warp { get; init; }

    /// <summary>Radius of the pen.</summary>
    public required float PenRadius { get; init; }

    /// <summary>How much pressure changes the radius along a stroke, as a share of it.</summary>
    public required float Pressure { get; init; }

    /// <summary>A writer picked at random.</summary>
    public static Handwriting Pick(SeededRandom random) => new()
    {
        Slant = Clamped(random, mean: 0.2f, deviation: 0.2f, least: -0.2f, most: 0.6f),
        Breadth = Clamped(random, mean: 1.02f, deviation: 0.18f, least: 0.72f, most: 1.5f),
        Turn = Clamped(random, mean: 0, deviation: 0.06f, least: -0.14f, most: 0.14f),
        Roundness = random.NextSingle(0.75f, 1.15f),
        Carelessness = random.NextSingle(0.006f, 0.03f),
        Warp = random.NextSingle(0.02f, 0.1f),
        PenRadius = Clamped(random, mean: 0.069f, deviation: 0.017f, least: 0.036f, most: 0.115f),
        Pressure = random.NextSingle(0.02f, 0.25f),
    };

    /// <summary>Writes <paramref name="form"/> once; no two times alike.</summary>
    public Figure Write(Allograph form, SeededRandom random)
    {
        SkeletonTransform bend = SkeletonTransform.Pick(this, random);
        var strokes = new PenPoint[form.Strokes.Count][];
        for (int i = 0; i < strokes.Length; i++)
        {
            ControlPoint[] points = [.. form.Strokes[i]];
            for (int p = 0; p < points.Length; p++)
            {
                bool end = p == 0 || p == points.Length - 1;
                float sway = Carelessness * (end ? 1.5f : 1f); // a pen is set down and lifted less surely than it is led
                Vector2 astray = new Vector2(Clamped(random, 0, 1, -2, 2), Clamped(random, 0, 1, -2, 2)) * sway;
                points[p] = points[p] with { At = bend.Apply(points[p].At + astray) };
            }

            strokes[i] = Press(Curve.Smooth(points, Roundness), random);
        }

        return new Figure(strokes);
    }

    // Pressure swings between random values at a few knots along the stroke.
    private PenPoint[] Press(Vector2[] line, SeededRandom random)
    {
        const int Knots = 4;
        Span<float> pressure = stackalloc float[Knots + 1];
        foreach (ref float knot in pressure)
        {
            knot = Clamped(random, mean: 0, deviation: 1, least: -2, most: 1.5f);
        }

        var points = new PenPoint[line.Length];
        for (int i = 0; i < line.Length; i++)
        {
            float along = (float)i * Knots / line.Length;
            int knot = (int)along;
            float level = pressure[knot] + ((pressure[knot + 1] - pressure[knot]) * (along - knot));
            points[i] = new PenPoint(line[i], PenRadius * (1 + (Pressure * level)));
        }

        return points;
    }

    private static float Clamped(SeededRandom random, float mean, float deviation, float least, float most) =>
        Math.Clamp(mean + (deviation * random.NextGaussian()), least, most);
}
