using System.Globalization;
using System.Numerics;

namespace Cifra.Data.Scenes;

/// <summary>The skeleton of one printed digit, in a box about 0.6 wide and 1 high, y downwards.</summary>
/// <param name="Strokes">The points of each stroke.</param>
/// <param name="Serifs">Strokes that only a face with serifs has.</param>
/// <param name="Balls">Ends that thicken to a ball where a face has serifs.</param>
internal sealed record Glyph(IReadOnlyList<Vector2[]> Strokes, IReadOnlyList<Vector2[]> Serifs, IReadOnlyList<Vector2> Balls)
{
    private const float DegreesAStep = 10;
    private const int StepsOfBend = 8;

    /// <summary>Reads strokes such as <c>"2,0 57,0 Q28,40,22,100 | s 3,0 3,15 | b 30,2"</c>, in hundredths of the height.</summary>
    /// <remarks>
    /// A point <c>x,y</c> is joined by a straight line; <c>Qbx,by,x,y</c> by a curve bent towards bx,by; <c>Acx,cy,rx,ry,a,b</c> by an arc of the
    /// ellipse around cx,cy from angle a to b in degrees, clockwise from the right. <c>|</c> begins another stroke, <c>s</c> a serif, <c>b</c> a ball.
    /// </remarks>
    /// <param name="text">The strokes.</param>
    /// <param name="squareness">How far arcs bulge towards the corners of their box: 0 is an ellipse, towards 1 they become rectangles.</param>
    public static Glyph Parse(string text, float squareness = 0)
    {
        List<Vector2[]> strokes = [];
        List<Vector2[]> serifs = [];
        List<Vector2> balls = [];
        foreach (string part in text.Split('|', StringSplitOptions.TrimEntries))
        {
            string[] steps = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (steps[0])
            {
                case "s":
                    serifs.Add(Points(steps.AsSpan(1), squareness));
                    break;
                case "b":
                    balls.AddRange(Points(steps.AsSpan(1), squareness));
                    break;
                default:
                    strokes.Add(Points(steps, squareness));
                    break;
            }
        }

        return new Glyph(strokes, serifs, balls);
    }

    /// <summary>The glyph turned by half a circle: a 9 of a 6.</summary>
    public Glyph Turned(float width) => new(
        [.. Strokes.Select(stroke => Array.ConvertAll(stroke, at => new Vector2(width, 1) - at))],
        [.. Serifs.Select(stroke => Array.ConvertAll(stroke, at => new Vector2(width, 1) - at))],
        [.. Balls.Select(at => new Vector2(width, 1) - at)]);

    private static Vector2[] Points(ReadOnlySpan<string> steps, float squareness)
    {
        List<Vector2> points = [];
        foreach (string step in steps)
        {
            float[] v = [.. step.TrimStart('A', 'Q').Split(',').Select(number => float.Parse(number, CultureInfo.InvariantCulture) / 100)];
            switch (step[0])
            {
                case 'A':
                    AddArc(points, new Vector2(v[0], v[1]), new Vector2(v[2], v[3]), (v[4] * 100, v[5] * 100), squareness);
                    break;
                case 'Q':
                    AddBend(points, new Vector2(v[0], v[1]), new Vector2(v[2], v[3]));
                    break;
                default:
                    points.Add(new Vector2(v[0], v[1]));
                    break;
            }
        }

        return [.. points.Where((at, i) => i == 0 || Vector2.Distance(at, points[i - 1]) > 1e-3f)]; // an arc may begin where a line ended
    }

    private static void AddArc(List<Vector2> points, Vector2 centre, Vector2 radius, (float First, float Last) angles, float squareness)
    {
        int count = (int)MathF.Ceiling(MathF.Abs(angles.Last - angles.First) / DegreesAStep);
        for (int i = 0; i <= count; i++)
        {
            float angle = (angles.First + ((angles.Last - angles.First) * i / count)) * MathF.PI / 180;
            points.Add(centre + (radius * new Vector2(Bulged(MathF.Cos(angle)), Bulged(MathF.Sin(angle)))));
        }

        // A superellipse (Lamé 1818) of the exponent 2 / (1 - squareness).
        float Bulged(float part) => squareness == 0 ? part : MathF.CopySign(MathF.Pow(MathF.Abs(part), 1 - squareness), part);
    }

    private static void AddBend(List<Vector2> points, Vector2 bend, Vector2 to)
    {
        Vector2 from = points[^1];
        for (int i = 1; i <= StepsOfBend; i++)
        {
            float t = (float)i / StepsOfBend;
            points.Add(Vector2.Lerp(Vector2.Lerp(from, bend, t), Vector2.Lerp(bend, to, t), t));
        }
    }
}
