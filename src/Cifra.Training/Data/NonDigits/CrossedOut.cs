using System.Numerics;
using Cifra.Data.Drawn;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Data.NonDigits;

/// <summary>A digit that its writer took back: struck through three times or more, for once may be part of it (a 7's bar, a 0's slash).</summary>
internal static class CrossedOut
{
    private const int Margin = 8;

    /// <summary>One digit crossed out.</summary>
    public static void Paint(SeededRandom random, DigitSet digits, Span<byte> picture)
    {
        GrayImage ink = DigitPick.Ink(digits, "0123456789", random, out _);
        var sheet = new GrayImage(ink.Width + (2 * Margin), ink.Height + (2 * Margin));
        for (int y = 0; y < ink.Height; y++)
        {
            ink.Row(y).CopyTo(sheet.Row(y + Margin)[Margin..]);
        }

        Vector2 size = new(Math.Max(ink.Width, ink.Height * 0.6f), ink.Height);
        Vector2 middle = new(sheet.Width / 2f, sheet.Height / 2f);
        float radius = random.NextSingle(0.5f, 1.5f);
        int strokes = random.Next(3, 7);
        Pen.Draw(sheet, new Figure(random.Next(3) switch
        {
            0 => [Zigzag(strokes + 3, middle, size, radius, random)],
            1 => Strikes(strokes, crossing: true, middle, size, radius, random),
            _ => Strikes(strokes, crossing: false, middle, size, radius, random),
        }));
        NonDigitDegradation.Normalize(sheet, random, picture);
    }

    private static PenPoint[][] Strikes(int count, bool crossing, Vector2 middle, Vector2 size, float radius, SeededRandom random)
    {
        var strikes = new PenPoint[count][];
        float lean = crossing ? random.NextSingle(-0.4f, 0.8f) : random.NextSingle(-0.25f, 0.35f); // parallels that lean more may lie along the digit
        for (int i = 0; i < count; i++)
        {
            float slope = (crossing && i % 2 == 1 ? -1 : 1) * (lean + (0.12f * random.NextGaussian()));
            slope += crossing ? (i % 2 == 0 ? 0.3f : -0.3f) : 0;
            float half = size.X * random.NextSingle(0.5f, 0.75f);
            float height = middle.Y + (size.Y * (((i + 0.5f) / count) - 0.5f) * 0.7f);
            Vector2 reach = new(half, -half * slope);
            Vector2 at = new(middle.X + random.NextGaussian(), height);
            strikes[i] = [new PenPoint(at - reach, radius), new PenPoint(at + reach, radius)];
        }

        return strikes;
    }

    private static PenPoint[] Zigzag(int turns, Vector2 middle, Vector2 size, float radius, SeededRandom random)
    {
        var line = new PenPoint[turns + 1];
        bool upright = random.Next(2) == 0;
        for (int i = 0; i < line.Length; i++)
        {
            float along = ((float)i / turns) - 0.5f;
            float end = (i % 2 == 0 ? -1 : 1) * random.NextSingle(0.4f, 0.65f);
            Vector2 share = upright ? new Vector2(along * 1.1f, end) : new Vector2(end * 1.2f, along);
            line[i] = new PenPoint(middle + (share * size), radius);
        }

        return line;
    }
}
