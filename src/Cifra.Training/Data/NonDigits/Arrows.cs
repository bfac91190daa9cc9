using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Arrows by pen, straight, curved or with two heads, and filled ones, in all directions.</summary>
/// <remarks>Both barbs of a head are long: an arrow upwards with a short head, or half of one, is a 1.</remarks>
internal static class Arrows
{
    private const int Side = 60;

    /// <summary>One arrow.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        float angle = random.NextSingle(0, 2 * MathF.PI);
        if (random.Next(4) == 0)
        {
            Block(angle, random, picture);
        }
        else
        {
            Pencilled(angle, random, picture);
        }
    }

    // Along the x axis from 0 to 1, then turned.
    private static void Pencilled(float angle, SeededRandom random, Span<byte> picture)
    {
        float barb = random.NextSingle(0.3f, 0.45f);
        float spread = random.NextSingle(0.26f, 0.42f);
        float bow = random.Next(2) == 0 ? 0 : random.NextSingle(-0.25f, 0.25f);
        List<ControlPoint[]> strokes =
        [
            [Point(0, 0, false), Point(0.5f, bow, false), Point(1, 0, false)],
            [Point(1 - barb, -spread, false), Point(1, 0, true), Point(1 - barb, spread, false)],
        ];
        if (random.Next(4) == 0)
        {
            strokes.Add([Point(barb, -spread, false), Point(0, 0, true), Point(barb, spread, false)]);
        }

        Handwriting hand = Handwriting.Pick(random) with { Slant = 0, Breadth = 1, PenRadius = random.NextSingle(0.03f, 0.085f) };
        StrokeCanvas.Write(new Allograph("arrow", 1, strokes), hand, random, picture);

        ControlPoint Point(float x, float y, bool corner) => new(Turned(new Vector2(x - 0.5f, y), angle) + new Vector2(0.38f, 0.5f), corner);
    }

    private static void Block(float angle, SeededRandom random, Span<byte> picture)
    {
        float half = random.NextSingle(0.08f, 0.2f);
        float spread = half + random.NextSingle(0.15f, 0.3f);
        float neck = random.NextSingle(0.4f, 0.65f);
        Span<Vector2> outline =
        [
            new(0, -half), new(neck, -half), new(neck, -spread), new(1, 0), new(neck, spread), new(neck, half), new(0, half),
        ];
        foreach (ref Vector2 corner in outline)
        {
            corner = new Vector2(Side / 2f) + (Turned(corner - new Vector2(0.5f, 0), angle) * (Side - 8));
        }

        var canvas = new GrayImage(Side, Side);
        Polygons.Fill(canvas, outline);
        NonDigitDegradation.Normalize(canvas, random, picture);
    }

    private static Vector2 Turned(Vector2 at, float angle)
    {
        (float sin, float cos) = MathF.SinCos(angle);
        return new Vector2((cos * at.X) - (sin * at.Y), (sin * at.X) + (cos * at.Y));
    }
}
