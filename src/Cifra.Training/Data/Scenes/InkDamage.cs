using System.Numerics;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Scenes;

/// <summary>What goes wrong with ink before it is seen: gaps, faded strokes, low resolution, hard edges.</summary>
internal static class InkDamage
{
    private const int Lattice = 5;

    /// <summary>Softens the ink over 3x3 pixels, each weighed by its closeness.</summary>
    public static GrayImage Soften(GrayImage ink)
    {
        var across = new GrayImage(ink.Width, ink.Height);
        for (int y = 0; y < ink.Height; y++)
        {
            ReadOnlySpan<byte> from = ink.Row(y);
            Span<byte> to = across.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                to[x] = (byte)((from[Math.Max(0, x - 1)] + (2 * from[x]) + from[Math.Min(to.Length - 1, x + 1)] + 2) / 4);
            }
        }

        var result = new GrayImage(ink.Width, ink.Height);
        for (int y = 0; y < ink.Height; y++)
        {
            ReadOnlySpan<byte> above = across.Row(Math.Max(0, y - 1));
            ReadOnlySpan<byte> here = across.Row(y);
            ReadOnlySpan<byte> below = across.Row(Math.Min(ink.Height - 1, y + 1));
            Span<byte> to = result.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                to[x] = (byte)((above[x] + (2 * here[x]) + below[x] + 2) / 4);
            }
        }

        return result;
    }

    /// <summary>Lets strokes fade here and there, in place, as a light or dry pen does.</summary>
    public static void Fade(GrayImage ink, float depth, SeededRandom random)
    {
        Span<float> strength = stackalloc float[Lattice * Lattice];
        foreach (ref float value in strength)
        {
            value = 1 - (depth * random.NextSingle());
        }

        for (int y = 0; y < ink.Height; y++)
        {
            float v = (float)y * (Lattice - 1) / ink.Height;
            int row = (int)v;
            Span<byte> to = ink.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                if (to[x] == 0)
                {
                    continue;
                }

                float u = (float)x * (Lattice - 1) / to.Length;
                int at = (row * Lattice) + (int)u;
                float upper = float.Lerp(strength[at], strength[at + 1], u - (int)u);
                float lower = float.Lerp(strength[at + Lattice], strength[at + Lattice + 1], u - (int)u);
                to[x] = (byte)(to[x] * float.Lerp(upper, lower, v - row));
            }
        }
    }

    /// <summary>Breaks strokes, in place, along one or two thin straight lines across the digit.</summary>
    public static void Break(GrayImage ink, PixelBox digit, SeededRandom random)
    {
        var lost = new GrayImage(ink.Width, ink.Height);
        int gaps = 1 + random.Next(2);
        for (int i = 0; i < gaps; i++)
        {
            Vector2 through = new(
                digit.X + (digit.Width * random.NextSingle(0.15f, 0.85f)), digit.Y + (digit.Height * random.NextSingle(0.15f, 0.85f)));
            float angle = random.NextSingle(0, MathF.PI);
            Vector2 reach = digit.Height * new Vector2(MathF.Cos(angle), MathF.Sin(angle));
            StrokeBrush.Draw(lost, through - reach, through + reach, digit.Height * random.NextSingle(0.01f, 0.035f));
        }

        Span<byte> pixels = ink.Pixels;
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(pixels[i] * (255 - lost.Pixels[i]) / 255);
        }
    }

    /// <summary>The ink as a coarse scanner gives it, and then the size that it had before.</summary>
    /// <param name="ink">Bright ink on black.</param>
    /// <param name="share">Its new height as a share of the old one.</param>
    /// <param name="hard">Whether the scanner knows black and white only.</param>
    /// <param name="steps">Whether pixels stay squares when enlarged; else they are blended.</param>
    public static GrayImage Coarsen(GrayImage ink, float share, bool hard, bool steps)
    {
        int width = Math.Max(2, (int)((ink.Width * share) + 0.5f));
        int height = Math.Max(2, (int)((ink.Height * share) + 0.5f));
        GrayImage small = Resample.Area(ink, width, height);
        if (hard)
        {
            small = Threshold.Above(small, 96);
        }

        return steps ? Resample.Area(small, ink.Width, ink.Height) : Resample.Bilinear(small, ink.Width, ink.Height);
    }
}
