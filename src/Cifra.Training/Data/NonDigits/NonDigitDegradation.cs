using Cifra.Imaging;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Finishes a picture of a non-digit: normalizes it as a digit's, and makes some pale, uneven or blurred.</summary>
internal static class NonDigitDegradation
{
    /// <summary>Fills <paramref name="picture"/> with the normalized ink.</summary>
    public static void Normalize(GrayImage ink, SeededRandom random, Span<byte> picture)
    {
        DigitNormalizer.Normalize(ink, picture);
        if (random.NextSingle() < 0.15f)
        {
            Blur(picture);
        }

        float level = random.NextSingle() < 0.3f ? random.NextSingle(0.5f, 1) : 1;
        float grain = random.NextSingle() < 0.2f ? random.NextSingle(0.03f, 0.25f) : 0;
        if (level == 1 && grain == 0)
        {
            return;
        }

        foreach (ref byte pixel in picture)
        {
            if (pixel > 0)
            {
                float kept = grain == 0 ? level : level * (1 - (grain * MathF.Abs(random.NextGaussian())));
                pixel = (byte)Math.Clamp((pixel * kept) + 0.5f, 0, 255);
            }
        }
    }

    // Weights 1 2 1 along the row of pixels and then across; what would leave the picture is lost.
    private static void Blur(Span<byte> picture)
    {
        Blur(picture, 1);
        Blur(picture, DigitInput.Side);
    }

    private static void Blur(Span<byte> picture, int step)
    {
        Span<byte> before = stackalloc byte[DigitInput.Size];
        picture.CopyTo(before);
        for (int i = step; i < picture.Length - step; i++)
        {
            picture[i] = (byte)((before[i - step] + (2 * before[i]) + before[i + step] + 2) / 4);
        }
    }
}
