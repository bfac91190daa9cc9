using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Drawn;

/// <summary>Turns bright-on-black ink into dark ink on light paper, as a scanner or a camera sees it.</summary>
internal static class PaperBackground
{
    private const int Corners = 5; // of the coarse lattice that the uneven light is drawn on

    /// <summary>Paper with the ink of <paramref name="ink"/> (255 = fully covered): tint, uneven light, perhaps a shadow, and grain.</summary>
    public static GrayImage Lay(GrayImage ink, SeededRandom random)
    {
        float tint = random.NextSingle(214, 248);
        float inkLevel = random.NextSingle(12, 80);
        float grain = random.NextSingle(0.5f, 3.5f);
        float[] light = Light(random);
        var shadow = Shadow.Pick(random);

        var picture = new GrayImage(ink.Width, ink.Height);
        for (int y = 0; y < ink.Height; y++)
        {
            ReadOnlySpan<byte> from = ink.Row(y);
            Span<byte> to = picture.Row(y);
            float v = (float)y / ink.Height;
            for (int x = 0; x < ink.Width; x++)
            {
                float u = (float)x / ink.Width;
                float paper = tint + At(light, u, v);
                float cover = from[x] / 255f;
                float level = (paper + ((inkLevel - paper) * cover)) * shadow.At(u, v);
                to[x] = (byte)Math.Clamp(level + (grain * random.NextGaussian()) + 0.5f, 0, 255);
            }
        }

        return picture;
    }

    private static float[] Light(SeededRandom random)
    {
        float unevenness = random.NextSingle(0, 7);
        float[] lattice = new float[Corners * Corners];
        foreach (ref float value in lattice.AsSpan())
        {
            value = unevenness * Math.Clamp(random.NextGaussian(), -1.5f, 1.5f);
        }

        return lattice;
    }

    private static float At(float[] lattice, float u, float v)
    {
        (float x, float y) = (u * (Corners - 1), v * (Corners - 1));
        (int column, int row) = ((int)x, (int)y);
        int at = (row * Corners) + column;
        float top = float.Lerp(lattice[at], lattice[at + 1], x - column);
        float bottom = float.Lerp(lattice[at + Corners], lattice[at + Corners + 1], x - column);
        return float.Lerp(top, bottom, y - row);
    }

    /// <summary>A soft-edged shadow over one side: light falls to <see cref="Depth"/> past the line where Across·(u, v) is <see cref="Edge"/>.</summary>
    private readonly record struct Shadow(float AcrossU, float AcrossV, float Edge, float Softness, float Depth)
    {
        /// <summary>Every second picture has one.</summary>
        public static Shadow Pick(SeededRandom random)
        {
            float depth = random.NextSingle() < 0.5f ? 1 : random.NextSingle(0.55f, 0.9f);
            float across = random.NextSingle(-1, 1);
            return new Shadow(across, 1 - Math.Abs(across), random.NextSingle(0.1f, 0.6f), random.NextSingle(0.2f, 0.6f), depth);
        }

        public float At(float u, float v)
        {
            float past = Math.Clamp(((AcrossU * u) + (AcrossV * v) - Edge) / Softness, 0, 1);
            return 1 - ((1 - Depth) * past * past * (3 - (2 * past)));
        }
    }
}
