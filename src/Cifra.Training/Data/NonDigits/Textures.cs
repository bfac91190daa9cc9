using Cifra.Imaging;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>What the middle of a photo looks like that shows no writing: wood, cloth, stone, leaves.</summary>
internal static class Textures
{
    private const int Lattice = 16;

    /// <summary>A field of two octaves, grey or cut at a level, over all of the picture or normalized as a patch of ink.</summary>
    public static void Paint(SeededRandom random, Span<byte> picture)
    {
        Span<float> field = stackalloc float[DigitInput.Size];
        float cellsAcross = random.NextSingle(4, 11);
        float cellsDown = random.Next(3) == 0 ? random.NextSingle(2, 13) : cellsAcross;
        Add(field, cellsAcross, cellsDown, 1, random);
        if (random.Next(2) == 0)
        {
            Add(field, MathF.Min(cellsAcross * 2, 14), MathF.Min(cellsDown * 2, 14), random.NextSingle(0.2f, 0.7f), random);
        }

        float level = random.NextSingle(-0.35f, 0.35f);
        float contrast = random.Next(2) == 0 ? random.NextSingle(0.3f, 1) : 20; // 20 cuts at the level
        for (int i = 0; i < field.Length; i++)
        {
            picture[i] = (byte)Math.Clamp(128 + (160 * contrast * (field[i] + level)), 0, 255);
        }

        if (contrast > 1 && random.Next(2) == 0)
        {
            NonDigitDegradation.Normalize(new GrayImage(DigitInput.Side, DigitInput.Side, picture.ToArray()), random, picture);
        }
    }

    // Random values at the corners of cells, smoothly mixed between them.
    private static void Add(Span<float> field, float cellsAcross, float cellsDown, float weight, SeededRandom random)
    {
        Span<float> corners = stackalloc float[Lattice * Lattice];
        foreach (ref float corner in corners)
        {
            corner = random.NextSingle(-1, 1);
        }

        for (int y = 0; y < DigitInput.Side; y++)
        {
            float v = y * cellsDown / DigitInput.Side;
            int row = (int)v;
            float down = Smooth(v - row);
            for (int x = 0; x < DigitInput.Side; x++)
            {
                float u = x * cellsAcross / DigitInput.Side;
                int column = (int)u;
                float across = Smooth(u - column);
                int at = (row * Lattice) + column;
                float top = float.Lerp(corners[at], corners[at + 1], across);
                float bottom = float.Lerp(corners[at + Lattice], corners[at + Lattice + 1], across);
                field[(y * DigitInput.Side) + x] += weight * float.Lerp(top, bottom, down);
            }
        }
    }

    private static float Smooth(float t) => t * t * (3 - (2 * t));
}
