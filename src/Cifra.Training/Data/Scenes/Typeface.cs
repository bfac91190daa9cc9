using System.Numerics;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Scenes;

/// <summary>How printed digits look: what all of one face have in common. Lengths are in heights of a digit.</summary>
/// <param name="Stem">Half the width of upright strokes.</param>
/// <param name="Hair">Half the width of level strokes.</param>
/// <param name="Breadth">Width over the skeleton's own.</param>
/// <param name="Lean">How far the top is ahead of the foot.</param>
/// <param name="Serifs">Whether strokes end in serifs and balls.</param>
/// <param name="Rounded">Whether strokes end round.</param>
internal sealed record Typeface(float Stem, float Hair, float Breadth, float Lean, bool Serifs, bool Rounded)
{
    private const float Overlap = 0.5f;        // of pieces that follow each other: their ends are soft
    private const float SharpestMitre = 1.15f; // corners of up to 98°
    private const float Blunt = 0.55f;

    /// <summary>The kinds of face.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["sans", "light", "bold", "italic", "serif", "bold serif", "typewriter", "condensed"];

    /// <summary>A face picked at random.</summary>
    public static Typeface Pick(SeededRandom random) => Pick(Kinds[random.Next(Kinds.Count)], random);

    /// <summary>A face of one of the <see cref="Kinds"/>.</summary>
    public static Typeface Pick(string kind, SeededRandom random)
    {
        float stem = random.NextSingle(0.045f, 0.07f);
        float breadth = random.NextSingle(0.85f, 1.15f);
        float hair = stem * random.NextSingle(0.8f, 1);
        var plain = new Typeface(stem, hair, breadth, Lean: 0, Serifs: false, Rounded: random.NextSingle() < 0.2f);
        return kind switch
        {
            "light" => plain with { Stem = 0.45f * stem, Hair = 0.45f * hair },
            "bold" => plain with { Stem = 1.6f * stem, Hair = 1.35f * hair, Breadth = breadth * 1.05f },
            "italic" => plain with { Lean = random.NextSingle(0.12f, 0.3f) },
            "serif" => plain with { Stem = 0.95f * stem, Hair = random.NextSingle(0.016f, 0.028f), Serifs = true, Rounded = false },
            "bold serif" => plain with { Stem = 1.45f * stem, Hair = random.NextSingle(0.022f, 0.035f), Serifs = true, Rounded = false },
            "typewriter" => plain with { Stem = 0.6f * stem, Hair = 0.6f * stem, Serifs = true, Rounded = true },
            "condensed" => plain with { Stem = 1.1f * stem, Breadth = random.NextSingle(0.6f, 0.75f) },
            _ => plain,
        };
    }

    /// <summary>A large picture of one digit in this face, bright ink on black.</summary>
    /// <param name="glyph">Its shape.</param>
    /// <param name="height">Height of the skeleton in pixels.</param>
    public GrayImage Print(Glyph glyph, int height)
    {
        int margin = (int)(height * MathF.Max(Stem, Hair) * (SharpestMitre + 1)) + 3; // a pointed corner, and a round end or half a width
        int leaning = (int)(MathF.Abs(Lean) * height);
        var canvas = new GrayImage((int)(0.65f * Breadth * height) + leaning + (2 * margin), height + (2 * margin));
        Vector2 corner = new(margin, margin);
        foreach (Vector2[] stroke in glyph.Strokes)
        {
            Ink(canvas, Array.ConvertAll(stroke, Place), Hair * height, Stem * height);
        }

        if (Serifs)
        {
            foreach (Vector2[] serif in glyph.Serifs)
            {
                Ink(canvas, Array.ConvertAll(serif, Place), MathF.Max(1, Hair * height), MathF.Max(1, Hair * height));
            }

            foreach (Vector2 ball in glyph.Balls)
            {
                StrokeBrush.Draw(canvas, Place(ball), Place(ball), 0.85f * Stem * height);
            }
        }

        return canvas;

        Vector2 Place(Vector2 at) => corner + (height * new Vector2((at.X * Breadth) + (Lean * (1 - at.Y)), at.Y));
    }

    private void Ink(GrayImage canvas, ReadOnlySpan<Vector2> stroke, float hair, float stem)
    {
        bool closed = Vector2.Distance(stroke[0], stroke[^1]) < 0.5f;
        for (int i = 0; i + 1 < stroke.Length; i++)
        {
            Vector2 from = stroke[i];
            Vector2 to = stroke[i + 1];
            Vector2 ahead = Vector2.Normalize(to - from);
            Vector2 widths = ahead * new Vector2(hair, stem); // a level stroke runs along x and is as thin as a hair
            float radius = widths.Length();
            // Round ends fill every corner themselves.
            float before = i > 0 && !Rounded ? Mitre(stroke[i - 1], from, to, radius) : closed ? Overlap : 0;
            float after = i + 2 < stroke.Length && !Rounded ? Mitre(from, to, stroke[i + 2], radius) : closed ? Overlap : 0;
            StrokeBrush.Draw(canvas, from - (ahead * before), to + (ahead * after), radius, flat: !Rounded);
        }
    }

    // How far two strokes must go on past their corner for their outer edges to meet: radius · tan(φ/2) for a turn by φ. Sharper corners are blunted.
    private static float Mitre(Vector2 a, Vector2 corner, Vector2 b, float radius)
    {
        float cos = Vector2.Dot(Vector2.Normalize(corner - a), Vector2.Normalize(b - corner));
        float tangent = MathF.Sqrt(MathF.Max(0, 1 - cos) / MathF.Max(1e-3f, 1 + cos));
        return (radius * (tangent <= SharpestMitre ? tangent : Blunt)) + Overlap;
    }
}
