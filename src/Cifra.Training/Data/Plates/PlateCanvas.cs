using System.Numerics;
using Cifra.Imaging;

namespace Cifra.Data.Plates;

/// <summary>A grey picture to draw shapes on, one over the other.</summary>
internal sealed class PlateCanvas
{
    /// <summary>An even sheet.</summary>
    public PlateCanvas(int width, int height, byte level)
    {
        Picture = new GrayImage(width, height);
        Picture.Pixels.Fill(level);
    }

    /// <summary>What it looks like so far.</summary>
    public GrayImage Picture { get; }

    /// <summary>Lays a shape on it.</summary>
    /// <param name="shape">255 where it covers, 0 where it does not.</param>
    /// <param name="left">Column of its first column.</param>
    /// <param name="top">Row of its first row.</param>
    /// <param name="level">Its grey.</param>
    public void Lay(GrayImage shape, int left, int top, byte level)
    {
        for (int y = Math.Max(0, -top); y < shape.Height && top + y < Picture.Height; y++)
        {
            ReadOnlySpan<byte> from = shape.Row(y);
            Span<byte> to = Picture.Row(top + y);
            for (int x = Math.Max(0, -left); x < from.Length && left + x < to.Length; x++)
            {
                to[left + x] = Mix(to[left + x], level, from[x]);
            }
        }
    }

    /// <summary>Fills a box; what reaches out is lost.</summary>
    /// <param name="left">First column.</param>
    /// <param name="top">First row.</param>
    /// <param name="right">Column after the last.</param>
    /// <param name="bottom">Row after the last.</param>
    /// <param name="level">Its grey.</param>
    /// <param name="cover">How much of what was there it hides, 0 to 255.</param>
    public void Fill(float left, float top, float right, float bottom, byte level, int cover = 255)
    {
        int x = Math.Clamp((int)left, 0, Picture.Width);
        int end = Math.Clamp((int)right, x, Picture.Width);
        for (int y = Math.Clamp((int)top, 0, Picture.Height); y < Math.Min(Picture.Height, (int)bottom); y++)
        {
            foreach (ref byte pixel in Picture.Row(y)[x..end])
            {
                pixel = Mix(pixel, level, cover);
            }
        }
    }

    /// <summary>Fills an ellipse.</summary>
    public void Spot(Vector2 centre, Vector2 radius, byte level, int cover = 255)
    {
        for (int y = Math.Max(0, (int)(centre.Y - radius.Y)); y < Math.Min(Picture.Height, (int)(centre.Y + radius.Y) + 2); y++)
        {
            Span<byte> row = Picture.Row(y);
            for (int x = Math.Max(0, (int)(centre.X - radius.X)); x < Math.Min(row.Length, (int)(centre.X + radius.X) + 2); x++)
            {
                Vector2 at = (new Vector2(x + 0.5f, y + 0.5f) - centre) / radius;
                float inside = Math.Clamp(((1 - at.Length()) * MathF.Min(radius.X, radius.Y)) + 0.5f, 0, 1);
                row[x] = Mix(row[x], level, (int)(cover * inside));
            }
        }
    }

    private static byte Mix(byte there, byte level, int cover) => (byte)(there + (((level - there) * cover) / 255));
}
