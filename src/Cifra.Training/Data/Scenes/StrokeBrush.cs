using System.Numerics;
using Cifra.Imaging;

namespace Cifra.Data.Scenes;

/// <summary>Inks straight pieces of stroke with flat or round ends, their edges one pixel soft.</summary>
internal static class StrokeBrush
{
    /// <summary>Inks the piece from one place to the other; where ink is already, the darker counts.</summary>
    /// <param name="canvas">Bright ink on black; ink beyond its edge is lost.</param>
    /// <param name="from">Where the piece begins, in pixels; pixel (x, y) has its middle at (x + 0.5, y + 0.5).</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="radius">Half its width.</param>
    /// <param name="level">The ink in the middle, 0 to 255.</param>
    /// <param name="flat">Whether it ends at the two places instead of in half circles around them.</param>
    public static void Draw(GrayImage canvas, Vector2 from, Vector2 to, float radius, byte level = 255, bool flat = false)
    {
        Vector2 reach = new(radius + 1);
        Vector2 least = Vector2.Min(from, to) - reach;
        Vector2 most = Vector2.Max(from, to) + reach;
        int left = Math.Max(0, (int)least.X);
        int right = Math.Min(canvas.Width - 1, (int)most.X);
        int top = Math.Max(0, (int)least.Y);
        int bottom = Math.Min(canvas.Height - 1, (int)most.Y);
        float length = Vector2.Distance(from, to);
        Vector2 ahead = length > 1e-6f ? (to - from) / length : Vector2.UnitX;
        for (int y = top; y <= bottom; y++)
        {
            Span<byte> row = canvas.Row(y);
            for (int x = left; x <= right; x++)
            {
                Vector2 at = new Vector2(x + 0.5f, y + 0.5f) - from;
                float along = Vector2.Dot(at, ahead);
                float aside = MathF.Abs((at.X * ahead.Y) - (at.Y * ahead.X));
                float beyond = MathF.Max(-along, along - length);
                float inside = flat
                    ? MathF.Min(radius - aside, -beyond)
                    : radius - (beyond > 0 ? MathF.Sqrt((beyond * beyond) + (aside * aside)) : aside);
                byte ink = (byte)((level * Math.Clamp(inside + 0.5f, 0, 1)) + 0.5f);
                row[x] = Math.Max(row[x], ink);
            }
        }
    }

    /// <summary>Inks a curve that leaves one place towards <paramref name="bend"/> and arrives from there.</summary>
    public static void DrawCurve(GrayImage canvas, Vector2 from, Vector2 bend, Vector2 to, float radius, byte level)
    {
        const int Pieces = 8;
        Vector2 last = from;
        for (int i = 1; i <= Pieces; i++)
        {
            float t = (float)i / Pieces;
            Vector2 next = Vector2.Lerp(Vector2.Lerp(from, bend, t), Vector2.Lerp(bend, to, t), t);
            Draw(canvas, last, next, radius, level);
            last = next;
        }
    }
}
