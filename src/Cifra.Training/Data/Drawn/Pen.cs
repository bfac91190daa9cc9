using System.Numerics;
using Cifra.Imaging;

namespace Cifra.Data.Drawn;

/// <summary>Inks a figure with a round pen, its edge one pixel soft.</summary>
internal static class Pen
{
    /// <summary>Draws bright ink over <paramref name="canvas"/>; where strokes cross, the brighter counts.</summary>
    /// <remarks>Pixel (x, y) has its middle at (x + 0.5, y + 0.5); ink beyond the edge of the canvas is lost.</remarks>
    public static void Draw(GrayImage canvas, Figure figure)
    {
        foreach (PenPoint[] stroke in figure.Strokes)
        {
            for (int i = 0; i + 1 < stroke.Length; i++)
            {
                Capsule(canvas, stroke[i], stroke[i + 1]);
            }
        }
    }

    // All pixels within the radius of the segment, the radius running evenly from one end's to the other's.
    private static void Capsule(GrayImage canvas, PenPoint from, PenPoint to)
    {
        float reach = MathF.Max(from.Radius, to.Radius) + 1;
        Vector2 least = Vector2.Min(from.At, to.At) - new Vector2(reach);
        Vector2 most = Vector2.Max(from.At, to.At) + new Vector2(reach);
        int left = Math.Max(0, (int)least.X);
        int right = Math.Min(canvas.Width - 1, (int)most.X);
        int top = Math.Max(0, (int)least.Y);
        int bottom = Math.Min(canvas.Height - 1, (int)most.Y);

        Vector2 span = to.At - from.At;
        float scale = 1 / MathF.Max(span.LengthSquared(), 1e-12f);
        for (int y = top; y <= bottom; y++)
        {
            Span<byte> row = canvas.Row(y);
            for (int x = left; x <= right; x++)
            {
                Vector2 at = new Vector2(x + 0.5f, y + 0.5f) - from.At;
                float along = Math.Clamp(Vector2.Dot(at, span) * scale, 0, 1);
                float distance = (at - (span * along)).Length();
                float radius = from.Radius + ((to.Radius - from.Radius) * along);
                byte ink = (byte)(255 * Math.Clamp(radius - distance + 0.5f, 0, 1) + 0.5f);
                row[x] = Math.Max(row[x], ink);
            }
        }
    }
}
