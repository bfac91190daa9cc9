using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.Scenes;

/// <summary>Lays ink on paper in some light and takes a picture of it with a camera of some quality.</summary>
internal sealed record PaperDegradation
{
    private const int Patch = 4; // pixels from one spot of the paper's texture to the next

    /// <summary>Level of the paper in full light.</summary>
    public required float Paper { get; init; }

    /// <summary>Share of the light that full ink takes away.</summary>
    public required float Contrast { get; init; }

    /// <summary>How much the light differs from one side to the other, as a share.</summary>
    public float GradientX { get; init; }

    /// <summary>The same from top to bottom.</summary>
    public float GradientY { get; init; }

    /// <summary>Share of light that is left in the shadow; 1 is no shadow.</summary>
    public float Shadow { get; init; } = 1;

    /// <summary>Deviation of the paper's spots, in levels.</summary>
    public float Texture { get; init; }

    /// <summary>Deviation of the camera's noise, in levels.</summary>
    public float Noise { get; init; }

    /// <summary>Times that the picture is softened.</summary>
    public int Blur { get; init; }

    /// <summary>Coarseness of the compression in blocks; 0 is none.</summary>
    public float Blocks { get; init; }

    /// <summary>Whether the negative is taken: bright ink on something dark.</summary>
    public bool Inverted { get; init; }

    /// <summary>Paper, light and camera picked at random.</summary>
    public static PaperDegradation Pick(SceneOptions options, SeededRandom random)
    {
        float paper = random.NextSingle(140, 252);
        float contrast = Happens(options.Faint, random) ? random.NextSingle(0.16f, 0.4f) : random.NextSingle(0.4f, 0.95f);
        float swing = paper * contrast; // what noise and texture are measured by: ink must stand out of them
        return new PaperDegradation
        {
            Paper = paper,
            Contrast = contrast,
            GradientX = random.NextSingle(-0.2f, 0.2f),
            GradientY = random.NextSingle(-0.2f, 0.2f),
            Shadow = Happens(options.Shadows, random) ? random.NextSingle(0.55f, 0.9f) : 1,
            Texture = swing * random.NextSingle(0, 0.03f),
            Noise = swing * random.NextSingle(0, 0.05f),
            Blur = Happens(options.Blurred, random) ? 1 + random.Next(3) : 0,
            Blocks = Happens(options.Blocks, random) ? random.NextSingle(0.3f, 1) * swing / 10 : 0,
            Inverted = Happens(options.Inverted, random),
        };
    }

    /// <summary>The picture of <paramref name="ink"/>.</summary>
    public GrayImage Take(GrayImage ink, SeededRandom random)
    {
        for (int i = 0; i < Blur; i++)
        {
            ink = InkDamage.Soften(ink);
        }

        var picture = new GrayImage(ink.Width, ink.Height);
        var edge = ShadowEdge.Pick(random);
        int columns = (ink.Width / Patch) + 2;
        float[] spots = Spots(columns * ((ink.Height / Patch) + 2), random);
        for (int y = 0; y < ink.Height; y++)
        {
            float v = ((float)y / ink.Height) - 0.5f;
            ReadOnlySpan<byte> from = ink.Row(y);
            Span<byte> to = picture.Row(y);
            for (int x = 0; x < to.Length; x++)
            {
                float u = ((float)x / ink.Width) - 0.5f;
                float light = 1 + (GradientX * u) + (GradientY * v);
                if (Shadow < 1)
                {
                    light *= 1 - ((1 - Shadow) * edge.At(u, v));
                }

                float level = (Paper * light * (1 - (Contrast * from[x] / 255))) + Spot(spots, columns, x, y) + (Noise * Bell(random));
                to[x] = (byte)Math.Clamp((Inverted ? 255 - level : level) + 0.5f, 0, 255);
            }
        }

        if (Blocks > 0)
        {
            BlockCompression.Apply(picture, Blocks);
        }

        return picture;
    }

    private static bool Happens(double share, SeededRandom random) => random.NextDouble() < share;

    private float[] Spots(int count, SeededRandom random)
    {
        float[] spots = new float[count];
        foreach (ref float spot in spots.AsSpan())
        {
            spot = Texture * Bell(random);
        }

        return spots;
    }

    private static float Spot(float[] spots, int columns, int x, int y)
    {
        int at = (y / Patch * columns) + (x / Patch);
        float across = (float)(x % Patch) / Patch;
        float upper = float.Lerp(spots[at], spots[at + 1], across);
        float lower = float.Lerp(spots[at + columns], spots[at + columns + 1], across);
        return float.Lerp(upper, lower, (float)(y % Patch) / Patch);
    }

    // Four bytes' sum has mean 510 and deviation 147.8: close to a bell curve, and one draw a pixel.
    private static float Bell(SeededRandom random)
    {
        ulong bits = random.NextBits();
        ulong sum = (bits & 255) + (bits >> 8 & 255) + (bits >> 16 & 255) + (bits >> 24 & 255);
        return (sum - 510f) / 147.8f;
    }

    /// <summary>Where a shadow begins: past the line where Across·(u, v) is <see cref="Place"/>.</summary>
    private readonly record struct ShadowEdge(float AcrossU, float AcrossV, float Place, float Softness)
    {
        public static ShadowEdge Pick(SeededRandom random)
        {
            float angle = random.NextSingle(0, 2 * MathF.PI);
            return new ShadowEdge(MathF.Cos(angle), MathF.Sin(angle), random.NextSingle(-0.35f, 0.35f), random.NextSingle(0.04f, 0.4f));
        }

        public float At(float u, float v) => Math.Clamp((((AcrossU * u) + (AcrossV * v) - Place) / Softness) + 0.5f, 0, 1);
    }
}
