using System.Numerics;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Lines;

/// <summary>Prints background patterns as cheques and tickets have them: waves, dots, hatching, faint blots.</summary>
internal static class LinePattern
{
    /// <summary>Prints one kind of pattern over the canvas, fainter than ink.</summary>
    /// <param name="canvas">Bright ink on black.</param>
    /// <param name="height">Height of a digit in pixels.</param>
    /// <param name="random">Decides on the kind and all that varies.</param>
    public static void Print(GrayImage canvas, float height, SeededRandom random)
    {
        byte level = (byte)random.NextSingle(25, 115);
        float kind = random.NextSingle();
        if (kind < 0.55f)
        {
            int families = 1 + random.Next(3);
            for (int i = 0; i < families; i++)
            {
                Waves(canvas, height, level, random);
            }
        }
        else if (kind < 0.85f)
        {
            Dots(canvas, height, level, random);
        }
        else
        {
            Hatching(canvas, height, level, random);
        }
    }

    // Guilloche: the same wave again and again, each time a little further down, swelling and turning on the way.
    private static void Waves(GrayImage canvas, float height, byte level, SeededRandom random)
    {
        float spacing = height * random.NextSingle(0.12f, 0.45f);
        float swing = height * random.NextSingle(0.1f, 0.9f);
        float length = height * random.NextSingle(0.8f, 5);
        float drift = random.NextSingle(-0.6f, 0.6f);
        float swell = random.NextSingle(0, 0.6f);
        float phase = random.NextSingle(0, 2 * MathF.PI);
        float radius = MathF.Max(0.45f, height * random.NextSingle(0.008f, 0.025f));
        bool upright = random.NextSingle() < 0.25f;
        float along = upright ? canvas.Height : canvas.Width;
        float across = upright ? canvas.Width : canvas.Height;
        float step = MathF.Max(3, height / 6);
        for (float start = -swing; start < across + swing; start += spacing)
        {
            phase += drift * spacing / height;
            Vector2 last = default;
            for (float t = 0; t <= along + step; t += step)
            {
                float wave = swing * (1 + (swell * MathF.Sin(t / (2.3f * length)))) * MathF.Sin(phase + (2 * MathF.PI * t / length));
                Vector2 next = upright ? new Vector2(start + wave, t) : new Vector2(t, start + wave);
                if (t > 0)
                {
                    StrokeBrush.Draw(canvas, last, next, radius, level, flat: true);
                }

                last = next;
            }
        }
    }

    private static void Dots(GrayImage canvas, float height, byte level, SeededRandom random)
    {
        float spacing = MathF.Max(2.5f, height * random.NextSingle(0.08f, 0.22f));
        float radius = spacing * random.NextSingle(0.15f, 0.35f);
        float turn = random.NextSingle(0, MathF.PI / 2);
        Vector2 across = spacing * new Vector2(MathF.Cos(turn), MathF.Sin(turn));
        Vector2 down = new(-across.Y, across.X);
        int reach = (int)((canvas.Width + canvas.Height) / spacing) + 1;
        for (int i = -reach; i <= reach; i++)
        {
            for (int j = -reach; j <= reach; j++)
            {
                Vector2 at = (i * across) + (j * down);
                if (at.X >= 0 && at.Y >= 0 && at.X < canvas.Width && at.Y < canvas.Height)
                {
                    StrokeBrush.Draw(canvas, at, at, radius, level);
                }
            }
        }
    }

    private static void Hatching(GrayImage canvas, float height, byte level, SeededRandom random)
    {
        float spacing = MathF.Max(2.5f, height * random.NextSingle(0.1f, 0.4f));
        float radius = MathF.Max(0.4f, spacing * random.NextSingle(0.06f, 0.18f));
        float slope = random.NextSingle(-1.2f, 1.2f);
        float reach = canvas.Height * MathF.Abs(slope);
        for (float x = -reach; x < canvas.Width + reach; x += spacing)
        {
            StrokeBrush.Draw(canvas, new Vector2(x, 0), new Vector2(x + (slope * canvas.Height), canvas.Height), radius, level, flat: true);
        }
    }
}
