using System.Numerics;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Filled shapes: discs, blots, squares, triangles and other polygons, never slender enough for a 1.</summary>
internal static class SolidShapes
{
    private const int Side = 60;

    /// <summary>One shape: a triangle or square, a polygon of five to seven corners, or a disc or blot.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        int corners = random.Next(3) switch { 0 => random.Next(3, 5), 1 => random.Next(5, 8), _ => 24 };
        float roughness = corners == 24 ? random.NextSingle(0, 0.5f) : random.NextSingle(0, 0.25f);
        Span<Vector2> outline = stackalloc Vector2[24];
        outline = outline[..corners];
        Outline(outline, roughness, random);

        float breadth = random.NextSingle(0.75f, 1.7f);
        float turn = random.NextSingle(0, 2 * MathF.PI);
        for (int i = 0; i < corners; i++)
        {
            Vector2 at = Turned(outline[i], turn);
            outline[i] = new Vector2(Side / 2f) + (at * new Vector2(breadth, 1) * 14);
        }

        var canvas = new GrayImage(Side, Side);
        Polygons.Fill(canvas, outline);
        NonDigitDegradation.Normalize(canvas, random, picture);
    }

    // Rays of length 1, the rough ones longer or shorter; on a blot the lengths change slowly from ray to ray.
    private static void Outline(Span<Vector2> outline, float roughness, SeededRandom random)
    {
        Span<float> lengths = stackalloc float[outline.Length];
        int step = outline.Length == 24 ? random.Next(2, 7) : 1;
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = i % step == 0 ? 1 + (roughness * random.NextSingle(-1, 1)) : lengths[i - 1];
        }

        for (int i = 0; i < outline.Length; i++)
        {
            int before = (i + outline.Length - 1) % outline.Length;
            float length = step == 1 ? lengths[i] : (lengths[i] + lengths[before]) / 2;
            outline[i] = Turned(new Vector2(0, length), 2 * MathF.PI * i / outline.Length);
        }
    }

    private static Vector2 Turned(Vector2 at, float angle)
    {
        (float sin, float cos) = MathF.SinCos(angle);
        return new Vector2((cos * at.X) - (sin * at.Y), (sin * at.X) + (cos * at.Y));
    }
}
