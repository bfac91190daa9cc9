using Cifra.Imaging;
using Cifra.Numerics;
using Cifra.Reading.Digits;

namespace Cifra.Tests.Reading;

/// <summary>Numbers set in block digits, and a classifier that knows just these: the reader's path without a network.</summary>
internal static class GlyphPictures
{
    private static readonly byte[][] Known =
        [.. Enumerable.Range(0, 10).Select(digit => DigitNormalizer.Normalize(Ink(((char)('0' + digit)).ToString(), 6)).Pixels.ToArray())];

    /// <summary>Bright ink on black: glyphs of 5x7 dots, each <paramref name="dot"/> pixels; a line feed starts a line, a blank leaves a wide gap.</summary>
    public static GrayImage Ink(string text, int dot)
    {
        string[] lines = text.Split('\n');
        const int Margin = 3;
        int columns = (2 * Margin) + lines.Max(line => line.Length * 8);
        int rows = (2 * Margin) + (lines.Length * 11);
        var picture = new GrayImage(columns * dot, rows * dot);
        for (int line = 0; line < lines.Length; line++)
        {
            int left = Margin;
            foreach (char glyph in lines[line])
            {
                if (glyph != ' ')
                {
                    Stamp(picture, glyph, left, Margin + (line * 11), dot);
                }

                left += glyph == ' ' ? 14 : 8;
            }
        }

        return picture;
    }

    /// <summary>The same, dark on paper under light that falls off to the right, with grain.</summary>
    public static GrayImage Photo(string text, int dot, long seed)
    {
        var random = new SeededRandom(seed);
        GrayImage ink = Ink(text, dot);
        var photo = new GrayImage(ink.Width, ink.Height);
        for (int y = 0; y < ink.Height; y++)
        {
            for (int x = 0; x < ink.Width; x++)
            {
                double light = 220 - (100.0 * x / ink.Width);
                photo[x, y] = (byte)Math.Clamp((light * (ink[x, y] > 0 ? 0.4 : 1)) + (2 * random.NextGaussian()), 0, 255);
            }
        }

        return photo;
    }

    /// <summary>Nearly sure of the glyph that a picture is closest to.</summary>
    public static void Classify(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> notADigit)
    {
        notADigit.Clear();
        for (int n = 0; n < pixels.Length / 784; n++)
        {
            byte[] picture = pixels.Slice(n * 784, 784).ToArray();
            int nearest = Enumerable.Range(0, 10).MinBy(digit => Known[digit].Zip(picture, (a, b) => (a - b) * (a - b)).Sum());
            Span<float> row = probabilities.Slice(n * 10, 10);
            row.Fill(0.01f);
            row[nearest] = 0.91f;
        }
    }

    private static void Stamp(GrayImage picture, char glyph, int left, int top, int dot)
    {
        for (int y = 0; y < DigitGlyphs.Height * dot; y++)
        {
            for (int x = 0; x < DigitGlyphs.Width * dot; x++)
            {
                int column = (left * dot) + x;
                if (column < picture.Width && DigitGlyphs.HasDot(glyph, x / dot, y / dot))
                {
                    picture[column, (top * dot) + y] = 255;
                }
            }
        }
    }
}
