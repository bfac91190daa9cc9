using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>What a pen leaves that is tried out, or bored: a coil, a zigzag or a tangle.</summary>
internal static class Scribbles
{
    /// <summary>One scribble.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        ControlPoint[] line = random.Next(3) switch
        {
            0 => Coil(random),
            1 => Zigzag(random),
            _ => Tangle(random),
        };
        Fit(line, turn: random.NextSingle(-0.8f, 0.8f));
        var hand = Handwriting.Pick(random);
        hand = hand with { PenRadius = random.NextSingle(0.012f, 0.05f), Slant = hand.Slant * 0.5f };
        StrokeCanvas.Write(new Allograph("scribble", 1, [line]), hand, random, picture);
    }

    // Turned, and brought to the box that a hand expects its forms in.
    private static void Fit(ControlPoint[] line, float turn)
    {
        Vector2 least = new(float.MaxValue);
        Vector2 most = new(float.MinValue);
        foreach (ref ControlPoint point in line.AsSpan())
        {
            Vector2 at = point.At;
            point = point with { At = new Vector2(at.X - (turn * at.Y), at.Y + (turn * at.X)) };
            least = Vector2.Min(least, point.At);
            most = Vector2.Max(most, point.At);
        }

        Vector2 size = most - least;
        float scale = 1 / MathF.Max(size.X, size.Y);
        Vector2 corner = new Vector2(0.38f, 0.5f) - (size * scale / 2);
        foreach (ref ControlPoint point in line.AsSpan())
        {
            point = point with { At = ((point.At - least) * scale) + corner };
        }
    }

    // Four points a turn about a middle that moves on; three turns or more.
    private static ControlPoint[] Coil(SeededRandom random)
    {
        var line = new ControlPoint[random.Next(12, 25)];
        float step = random.NextSingle(0.05f, 0.14f);
        float height = random.NextSingle(0.25f, 0.5f);
        float width = random.NextSingle(0.12f, 0.35f);
        for (int i = 0; i < line.Length; i++)
        {
            (int across, int down) = (i % 4) switch { 0 => (0, -1), 1 => (1, 0), 2 => (0, 1), _ => (-1, 0) };
            line[i] = new ControlPoint(new Vector2((i * step) + (across * width), 0.5f + (down * height)) + Astray(random, 0.04f), false);
        }

        return line;
    }

    private static ControlPoint[] Zigzag(SeededRandom random)
    {
        var line = new ControlPoint[random.Next(6, 15)];
        float step = random.NextSingle(0.08f, 0.25f);
        bool cornered = random.Next(2) == 0;
        for (int i = 0; i < line.Length; i++)
        {
            float end = i % 2 == 0 ? 0 : 1;
            line[i] = new ControlPoint(new Vector2(i * step, end) + Astray(random, 0.1f), cornered);
        }

        return line;
    }

    private static ControlPoint[] Tangle(SeededRandom random)
    {
        var line = new ControlPoint[random.Next(11, 20)];
        Vector2 before = new(0.5f);
        for (int i = 0; i < line.Length; i++)
        {
            Vector2 at;
            do
            {
                at = new Vector2(random.NextSingle(), random.NextSingle());
            }
            while (Vector2.Distance(at, before) < 0.35f); // no dithering on the spot

            line[i] = new ControlPoint(at, false);
            before = at;
        }

        return line;
    }

    private static Vector2 Astray(SeededRandom random, float deviation) =>
        new Vector2(random.NextGaussian(), random.NextGaussian()) * deviation;
}
