using System.Numerics;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Scenes;

/// <summary>Inks what forms and neighbours put around a digit: rules, parts of boxes, strokes that reach in.</summary>
internal static class Clutter
{
    // Sides of a box as flags: left, top, right, bottom. The commonest patterns come more than once.
    private static readonly int[] Patterns =
        [0b1000, 0b1000, 0b1000, 0b0001, 0b0010, 0b0100, 0b1001, 0b1100, 0b0011, 0b0110, 0b0101, 0b1010, 0b1101, 0b0111, 0b1011, 0b1110];

    // Upright lines keep this far off, in heights: a line that touches a 1 or a 0 makes another digit of it.
    private const float NearestUpright = 0.04f;

    /// <summary>Inks one to three sides of a box around <paramref name="digit"/>.</summary>
    /// <param name="canvas">Bright ink on black; gets the lines.</param>
    /// <param name="digit">The box around the digit.</param>
    /// <param name="near">The least distance of a line's edge from the digit, in heights; below 0 they touch.</param>
    /// <param name="far">The most.</param>
    /// <param name="random">Decides on the rest.</param>
    public static void DrawLines(GrayImage canvas, PixelBox digit, float near, float far, SeededRandom random)
    {
        int sides = Patterns[random.Next(Patterns.Length)];
        float height = Math.Max(digit.Width, digit.Height);
        float radius = MathF.Max(0.5f, height * random.NextSingle(0.012f, 0.055f));
        byte level = (byte)random.NextSingle(130, 256);
        float turn = random.NextSingle(-0.04f, 0.04f);
        Span<float> gaps = stackalloc float[4];
        for (int side = 0; side < 4; side++)
        {
            float least = side % 2 == 0 ? MathF.Max(near, NearestUpright) : near;
            gaps[side] = (height * random.NextSingle(least, far)) + radius;
        }

        float left = digit.X - gaps[0];
        float top = digit.Y - gaps[1];
        float right = digit.Right + gaps[2];
        float bottom = digit.Bottom + gaps[3];
        for (int side = 0; side < 4; side++)
        {
            if ((sides >> side & 1) == 0)
            {
                continue;
            }

            bool upright = side % 2 == 0;
            float x = side == 0 ? left : right;
            float y = side == 1 ? top : bottom;
            float before = Overshoot(height, random);
            float after = Overshoot(height, random);
            Vector2 from = upright ? new Vector2(x + (turn * height / 2), top - before) : new Vector2(left - before, y - (turn * height / 2));
            Vector2 to = upright ? new Vector2(x - (turn * height / 2), bottom + after) : new Vector2(right + after, y + (turn * height / 2));
            StrokeBrush.Draw(canvas, from, to, radius, level, flat: true);
        }
    }

    /// <summary>Inks a rule right across the canvas, under or over the digit.</summary>
    public static void DrawRule(GrayImage canvas, PixelBox digit, SeededRandom random)
    {
        float gap = digit.Height * random.NextSingle(0.02f, 0.3f);
        float y = random.NextSingle() < 0.75f ? digit.Bottom + gap : digit.Y - gap;
        float rise = canvas.Width * random.NextSingle(-0.03f, 0.03f);
        float radius = MathF.Max(0.5f, digit.Height * random.NextSingle(0.008f, 0.025f));
        StrokeBrush.Draw(canvas, new Vector2(0, y), new Vector2(canvas.Width, y + rise), radius, (byte)random.NextSingle(70, 256), flat: true);
    }

    /// <summary>Inks a stroke or two of a neighbour that reach in from the left or the right.</summary>
    /// <param name="canvas">Bright ink on black.</param>
    /// <param name="digit">The box around the digit.</param>
    /// <param name="near">The least distance from the digit, in heights; below 0 they may touch.</param>
    /// <param name="pen">Half the width of the digit's strokes.</param>
    /// <param name="random">Decides on the rest.</param>
    public static void DrawNeighbour(GrayImage canvas, PixelBox digit, float near, float pen, SeededRandom random)
    {
        bool left = random.NextSingle() < 0.5f;
        float inwards = left ? 1 : -1;
        float edge = left ? 0 : canvas.Width;
        float limit = (left ? digit.X : digit.Right) - (inwards * digit.Height * random.NextSingle(near, near + 0.15f));
        if ((limit - edge) * inwards < 1)
        {
            limit = edge + inwards; // no room: the merest edge of it
        }

        int strokes = 1 + random.Next(2);
        for (int i = 0; i < strokes; i++)
        {
            float from = digit.Y + (digit.Height * random.NextSingle(-0.1f, 0.9f));
            float to = from + (digit.Height * random.NextSingle(-0.5f, 0.5f));
            Vector2 tip = new(limit - (inwards * pen), (from + to) / 2);
            Vector2 end = new(edge + ((limit - edge) * random.NextSingle(-0.6f, 0.8f)), to);
            StrokeBrush.DrawCurve(canvas, new Vector2(edge - inwards, from), tip, end, pen, (byte)random.NextSingle(140, 256));
        }
    }

    private static float Overshoot(float height, SeededRandom random) => height * random.NextSingle(-0.35f, 0.3f);
}
