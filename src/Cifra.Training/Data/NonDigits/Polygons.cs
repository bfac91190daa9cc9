using System.Numerics;
using Cifra.Imaging;

namespace Cifra.Data.NonDigits;

/// <summary>Fills polygons.</summary>
internal static class Polygons
{
    /// <summary>Inks every pixel whose middle lies within <paramref name="corners"/>; hard edges, which shrinking makes soft.</summary>
    public static void Fill(GrayImage canvas, ReadOnlySpan<Vector2> corners)
    {
        Span<float> crossings = stackalloc float[corners.Length];
        for (int y = 0; y < canvas.Height; y++)
        {
            int count = 0;
            float middle = y + 0.5f;
            for (int i = 0; i < corners.Length; i++)
            {
                Vector2 from = corners[i];
                Vector2 to = corners[i + 1 == corners.Length ? 0 : i + 1];
                if ((from.Y <= middle) != (to.Y <= middle))
                {
                    crossings[count++] = from.X + ((to.X - from.X) * (middle - from.Y) / (to.Y - from.Y));
                }
            }

            crossings[..count].Sort();
            for (int i = 0; i + 1 < count; i += 2) // inside between an odd crossing and the next
            {
                int left = Math.Clamp((int)MathF.Ceiling(crossings[i] - 0.5f), 0, canvas.Width);
                int right = Math.Clamp((int)MathF.Ceiling(crossings[i + 1] - 0.5f), left, canvas.Width);
                canvas.Row(y)[left..right].Fill(255);
            }
        }
    }

    /// <summary>A bar from one point to another with flat ends.</summary>
    public static void Bar(GrayImage canvas, Vector2 from, Vector2 to, float width)
    {
        Vector2 along = Vector2.Normalize(to - from);
        Vector2 across = new Vector2(-along.Y, along.X) * (width / 2);
        Fill(canvas, [from - across, to - across, to + across, from + across]);
    }
}
