using System.Numerics;

namespace Cifra.Data.Drawn;

/// <summary>Turns control points into a fine polyline: a Catmull-Rom curve between corners.</summary>
internal static class Curve
{
    private const int StepsPerSpan = 10;

    /// <summary>The polyline through <paramref name="points"/>.</summary>
    /// <param name="points">2 or more.</param>
    /// <param name="roundness">Length of the tangents: 0 joins the points by straight lines, 1 is Catmull-Rom.</param>
    public static Vector2[] Smooth(ReadOnlySpan<ControlPoint> points, float roundness)
    {
        var line = new List<Vector2>(points.Length * StepsPerSpan) { points[0].At };
        for (int i = 0; i + 1 < points.Length; i++)
        {
            Vector2 from = points[i].At;
            Vector2 to = points[i + 1].At;
            float length = Knot(from, to);
            Vector2 leave = Tangent(points, i, from, to) * (roundness * length);
            Vector2 arrive = Tangent(points, i + 1, from, to) * (roundness * length);
            for (int step = 1; step <= StepsPerSpan; step++)
            {
                line.Add(Hermite(from, leave, to, arrive, (float)step / StepsPerSpan));
            }
        }

        return [.. line];
    }

    // Centripetal: knots lie the square root of the distance apart, which keeps a curve through uneven points from looping.
    private static float Knot(Vector2 a, Vector2 b) => MathF.Sqrt(MathF.Max(Vector2.Distance(a, b), 1e-6f));

    // At an end, and on either side of a corner, the curve heads along the span that it is in.
    private static Vector2 Tangent(ReadOnlySpan<ControlPoint> points, int at, Vector2 from, Vector2 to)
    {
        if (at == 0 || at == points.Length - 1 || points[at].Corner)
        {
            return (to - from) / Knot(from, to);
        }

        (Vector2 a, Vector2 b, Vector2 c) = (points[at - 1].At, points[at].At, points[at + 1].At);
        (float before, float after) = (Knot(a, b), Knot(b, c));
        return ((b - a) / before) - ((c - a) / (before + after)) + ((c - b) / after);
    }

    private static Vector2 Hermite(Vector2 from, Vector2 leave, Vector2 to, Vector2 arrive, float t)
    {
        float t2 = t * t;
        float t3 = t2 * t;
        return (from * ((2 * t3) - (3 * t2) + 1)) + (leave * (t3 - (2 * t2) + t))
            + (to * ((3 * t2) - (2 * t3))) + (arrive * (t3 - t2));
    }
}
