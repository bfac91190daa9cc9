using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Network;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>Pictures without a glyph: blank, specks and noise.</summary>
internal static class BlankPictures
{
    /// <summary>Black in one of eight pictures; else a few grey levels of grain, on all of it or on a part.</summary>
    public static void Blank(SeededRandom random, Span<byte> picture)
    {
        if (random.Next(8) == 0)
        {
            return;
        }

        float level = random.NextSingle(0, 14);
        float grain = random.NextSingle(1, 7);
        float share = random.Next(2) == 0 ? 1 : random.NextSingle(0.1f, 0.9f);
        foreach (ref byte pixel in picture)
        {
            if (random.NextSingle() < share)
            {
                pixel = (byte)Math.Clamp(level + (grain * random.NextGaussian()) + 0.5f, 0, 40);
            }
        }
    }

    /// <summary>Three to twelve round specks; half of the pictures are normalized, the specks of the others are where they fell.</summary>
    public static void Specks(SeededRandom random, Span<byte> picture)
    {
        var canvas = new GrayImage(DigitInput.Side, DigitInput.Side);
        var specks = new PenPoint[random.Next(3, 13)][];
        float largest = random.NextSingle(0.6f, 2.2f);
        for (int i = 0; i < specks.Length; i++)
        {
            Vector2 at = new(random.NextSingle(1, 27), random.NextSingle(1, 27));
            Vector2 length = new(random.NextSingle(-1, 1), random.NextSingle(-1, 1));
            float radius = largest * random.NextSingle(0.3f, 1);
            specks[i] = [new PenPoint(at, radius), new PenPoint(at + length, radius)];
        }

        Pen.Draw(canvas, new Figure(specks));
        if (random.Next(2) == 0)
        {
            NonDigitDegradation.Normalize(canvas, random, picture);
        }
        else
        {
            canvas.Pixels.CopyTo(picture);
        }
    }

    /// <summary>Grain over all of the picture or over the middle, where a digit would be.</summary>
    public static void Noise(SeededRandom random, Span<byte> picture)
    {
        do
        {
            AddGrains(random, picture);
        }
        while (!picture.ContainsAnyExcept((byte)0)); // coarse and sparse grain may miss the picture
    }

    private static void AddGrains(SeededRandom random, Span<byte> picture)
    {
        int cell = random.Next(1, 5); // side of a grain in pixels
        int margin = random.Next(2) * 4;
        float density = random.NextSingle(0.08f * cell, 1);
        bool grey = random.Next(2) == 0;
        Span<byte> grains = stackalloc byte[DigitInput.Side];
        for (int y = margin; y < DigitInput.Side - margin; y++)
        {
            if ((y - margin) % cell == 0)
            {
                foreach (ref byte grain in grains)
                {
                    bool on = random.NextSingle() < (grey ? density : density * 0.7f);
                    grain = !on ? (byte)0 : grey ? (byte)random.Next(20, 256) : (byte)255;
                }
            }

            for (int x = margin; x < DigitInput.Side - margin; x++)
            {
                picture[(y * DigitInput.Side) + x] = grains[x / cell];
            }
        }
    }
}
