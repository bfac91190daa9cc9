using System.Numerics;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Planes in light and shade that meet in soft edges: a wall and a table, a fold, the rim of a cup.</summary>
internal static class ShadedEdges
{
    /// <summary>One picture, all of it grey: a slope of light, and one to four half planes or discs that are lighter or darker.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        Span<float> light = stackalloc float[DigitInput.Size];
        float level = random.NextSingle(20, 170);
        Vector2 slope = new Vector2(random.NextSingle(-1, 1), random.NextSingle(-1, 1)) * 4;
        for (int i = 0; i < light.Length; i++)
        {
            light[i] = level + Vector2.Dot(slope, At(i));
        }

        int parts = random.Next(1, 5);
        for (int part = 0; part < parts; part++)
        {
            AddPart(light, random);
        }

        float grain = random.NextSingle(0, 6);
        for (int i = 0; i < picture.Length; i++)
        {
            picture[i] = (byte)Math.Clamp(light[i] + (grain * random.NextGaussian()), 0, 255);
        }
    }

    private static void AddPart(Span<float> light, SeededRandom random)
    {
        bool disc = random.Next(3) == 0;
        Vector2 middle = new(random.NextSingle(-12, 12), random.NextSingle(-12, 12));
        Vector2 across = Vector2.Normalize(new Vector2(random.NextSingle(-1, 1), random.NextSingle(-1, 1)) + new Vector2(1e-3f));
        float radius = random.NextSingle(8, 22);
        float softness = random.NextSingle(0.5f, 7);
        float change = random.NextSingle(25, 110) * (random.Next(2) == 0 ? 1 : -1);
        for (int i = 0; i < light.Length; i++)
        {
            Vector2 from = At(i) - middle;
            float within = disc ? radius - from.Length() : Vector2.Dot(from, across);
            light[i] += change * Math.Clamp(0.5f + (within / softness), 0, 1);
        }
    }

    // From the picture's middle.
    private static Vector2 At(int i) => new((i % DigitInput.Side) - 13.5f, (i / DigitInput.Side) - 13.5f);
}
