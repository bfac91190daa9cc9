using System.Numerics;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Lines;

/// <summary>Inks what stands around a line of writing: rules, combs, and parts of other writing.</summary>
internal static class LineClutter
{
    /// <summary>Inks the cells of a comb: the lines between them and, more often than not, above and below.</summary>
    public static void DrawCells(GrayImage canvas, WrittenLine line, float height, SeededRandom random)
    {
        float radius = MathF.Max(0.5f, height * random.NextSingle(0.01f, 0.035f));
        byte level = (byte)random.NextSingle(60, 256);
        float top = line.Top - (height * random.NextSingle(0.08f, 0.35f));
        float bottom = line.Bottom + (height * random.NextSingle(0.08f, 0.35f));
        bool closed = random.NextSingle() < 0.6f;
        float from = closed || random.NextSingle() < 0.4f ? top : (top + bottom) / 2; // teeth of a comb reach half way up
        foreach (float x in line.Cells)
        {
            StrokeBrush.Draw(canvas, new Vector2(x, from), new Vector2(x, bottom), radius, level, flat: true);
        }

        StrokeBrush.Draw(canvas, new Vector2(line.Cells[0], bottom), new Vector2(line.Cells[^1], bottom), radius, level, flat: true);
        if (closed)
        {
            StrokeBrush.Draw(canvas, new Vector2(line.Cells[0], top), new Vector2(line.Cells[^1], top), radius, level, flat: true);
        }
    }

    /// <summary>Inks a rule under the writing, or through its feet, or over it, and now and then an upright line at an end.</summary>
    public static void DrawRules(GrayImage canvas, WrittenLine line, float height, SeededRandom random)
    {
        float kind = random.NextSingle();
        if (kind < 0.75f)
        {
            Across(canvas, line.Bottom + (height * random.NextSingle(-0.1f, 0.4f)), height, random);
        }

        if (kind > 0.65f)
        {
            Across(canvas, line.Top - (height * random.NextSingle(0.02f, 0.4f)), height, random);
        }

        if (random.NextSingle() < 0.25f)
        {
            bool left = random.NextSingle() < 0.5f;
            float x = left ? line.Extent.Left - (height * random.NextSingle(0.12f, 0.45f)) : line.Extent.Right + (height * random.NextSingle(0.12f, 0.45f));
            float from = random.NextSingle() < 0.7f ? 0 : line.Top - (height * random.NextSingle(0.2f, 0.5f));
            float radius = MathF.Max(0.5f, height * random.NextSingle(0.01f, 0.05f));
            StrokeBrush.Draw(canvas, new Vector2(x, from), new Vector2(x, canvas.Height), radius, (byte)random.NextSingle(90, 256), flat: true);
        }
    }

    /// <summary>Inks parts of other writing: tops of a line below, feet of a line above, strokes that reach in at an end.</summary>
    public static void DrawNeighbours(GrayImage canvas, WrittenLine line, LineStyle hand, float height, SeededRandom random)
    {
        if (random.NextSingle() < 0.6f)
        {
            bool below = random.NextSingle() < 0.5f;
            float foot = below ? line.Bottom + (height * random.NextSingle(0.75f, 1.05f)) : line.Top - (height * random.NextSingle(0.05f, 0.3f));
            for (float x = random.NextSingle(0, height); x < canvas.Width - height; x += height * random.NextSingle(0.5f, 1.5f))
            {
                if (hand.Write((char)('0' + random.Next(10)), height * random.NextSingle(0.6f, 1), random) is { } other)
                {
                    other.Lay(canvas, (int)x, (int)foot - other.Ink.Height);
                }
            }
        }
        else
        {
            float pen = MathF.Max(0.5f, hand.PenRadius * height);
            bool left = random.NextSingle() < 0.5f;
            float edge = left ? 0 : canvas.Width;
            float reach = left ? line.Extent.Left - (0.2f * height) : line.Extent.Right + (0.2f * height);
            int strokes = 1 + random.Next(2);
            for (int i = 0; i < strokes; i++)
            {
                float y = line.Top + (height * random.NextSingle(-0.2f, 1.2f));
                Vector2 tip = new(edge + ((reach - edge) * random.NextSingle(0.3f, 0.9f)), y + (height * random.NextSingle(-0.5f, 0.5f)));
                Vector2 bend = new(edge + ((reach - edge) * random.NextSingle(0, 0.8f)), y + (height * random.NextSingle(-0.5f, 0.5f)));
                StrokeBrush.DrawCurve(canvas, new Vector2(edge, y), bend, tip, pen, (byte)random.NextSingle(120, 256));
            }
        }
    }

    private static void Across(GrayImage canvas, float y, float height, SeededRandom random)
    {
        float rise = canvas.Width * random.NextSingle(-0.02f, 0.02f);
        float radius = MathF.Max(0.5f, height * random.NextSingle(0.01f, 0.045f));
        byte level = (byte)random.NextSingle(60, 256);
        bool dotted = random.NextSingle() < 0.15f;
        if (!dotted)
        {
            StrokeBrush.Draw(canvas, new Vector2(0, y), new Vector2(canvas.Width, y + rise), radius, level, flat: true);
            return;
        }

        float step = MathF.Max(3, height * random.NextSingle(0.12f, 0.3f));
        for (float x = 0; x < canvas.Width; x += step)
        {
            float at = y + (rise * x / canvas.Width);
            StrokeBrush.Draw(canvas, new Vector2(x, at), new Vector2(x + (step * 0.4f), at), radius, level, flat: true);
        }
    }
}
