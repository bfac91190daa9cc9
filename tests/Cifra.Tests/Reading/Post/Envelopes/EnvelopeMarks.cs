using System.Numerics;
using Cifra.Data.Lines;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Numerics;

namespace Cifra.Tests.Reading.Post.Envelopes;

/// <summary>What else is on an envelope: the stamp, its postmark, the bars of the sorting machine.</summary>
internal static class EnvelopeMarks
{
    public static void DrawStamp(GrayImage ink, LineDigits digits, SeededRandom random)
    {
        float wide = ink.Width * random.NextSingle(0.09f, 0.13f);
        float high = wide * random.NextSingle(0.8f, 1.25f);
        var corner = new Vector2(ink.Width - wide - (ink.Width * 0.03f), ink.Height * 0.06f);
        Frame(ink, corner, new Vector2(wide, high), ink.Width / 700f);
        Vector2 inner = new(wide * 0.08f);
        Frame(ink, corner + inner, new Vector2(wide, high) - (2 * inner), ink.Width / 900f);

        // A landscape: hills and a sun.
        Vector2 last = corner + new Vector2(wide * 0.1f, high * 0.7f);
        for (int i = 1; i <= 6; i++)
        {
            Vector2 next = corner + new Vector2(wide * (0.1f + (0.8f * i / 6)), high * random.NextSingle(0.4f, 0.75f));
            StrokeBrush.Draw(ink, last, next, ink.Width / 500f, (byte)random.Next(90, 220));
            last = next;
        }

        StrokeBrush.Draw(ink, corner + (0.3f * new Vector2(wide, high)), corner + (0.3f * new Vector2(wide, high)), wide * 0.07f, 160);
        new AddressHand(digits, printed: true, random).Write(
            ink, $"{random.Next(20, 90)}", corner.X + (wide * 0.6f), corner.Y + (high * 0.86f), high * 0.14f, slope: 0, random);
        if (random.NextSingle() < 0.75f)
        {
            DrawPostmark(ink, digits, corner + new Vector2(-wide * 0.3f, high * 0.5f), wide * 0.48f, random);
        }
    }

    public static void DrawBarcode(GrayImage ink, SeededRandom random)
    {
        float pitch = ink.Width * 0.0052f;
        float tall = pitch * 2.6f;
        float left = ink.Width * random.NextSingle(0.52f, 0.62f);
        float foot = ink.Height * random.NextSingle(0.93f, 0.97f);
        for (int i = 0; i < 65; i++)
        {
            float up = random.Next(2) == 0 ? tall : tall * 0.6f;
            float down = random.Next(2) == 0 ? 0 : tall * 0.35f;
            StrokeBrush.Draw(ink, new Vector2(left + (i * pitch), foot - up), new Vector2(left + (i * pitch), foot - down), pitch * 0.22f, 230, flat: true);
        }
    }

    // A circle with the day in it, and waves over the stamp.
    private static void DrawPostmark(GrayImage ink, LineDigits digits, Vector2 middle, float radius, SeededRandom random)
    {
        byte level = (byte)random.Next(110, 220);
        Vector2 last = middle + new Vector2(radius, 0);
        for (int i = 1; i <= 48; i++)
        {
            float angle = 2 * MathF.PI * i / 48;
            Vector2 next = middle + (radius * new Vector2(MathF.Cos(angle), MathF.Sin(angle)));
            StrokeBrush.Draw(ink, last, next, ink.Width / 900f, level);
            last = next;
        }

        new AddressHand(digits, printed: true, random).Write(
            ink, $"{random.Next(1, 29)} {random.Next(1, 13)}", middle.X - (radius * 0.6f), middle.Y + (radius * 0.2f), radius * 0.36f, slope: 0, random);
        new AddressHand(digits, printed: true, random).Write(
            ink, $"{random.Next(2000, 2030)}", middle.X - (radius * 0.5f), middle.Y + (radius * 0.7f), radius * 0.34f, slope: 0, random);
        for (int wave = 0; wave < 4; wave++)
        {
            float y = middle.Y + (radius * ((wave * 0.4f) - 0.6f));
            last = new Vector2(middle.X + (radius * 1.1f), y);
            for (int i = 1; i <= 24; i++)
            {
                Vector2 next = new(middle.X + (radius * (1.1f + (i * 0.11f))), y + (radius * 0.09f * MathF.Sin(i)));
                StrokeBrush.Draw(ink, last, next, ink.Width / 900f, level);
                last = next;
            }
        }
    }

    private static void Frame(GrayImage ink, Vector2 corner, Vector2 size, float radius)
    {
        Vector2 right = corner + new Vector2(size.X, 0);
        Vector2 below = corner + new Vector2(0, size.Y);
        StrokeBrush.Draw(ink, corner, right, radius, 170);
        StrokeBrush.Draw(ink, right, corner + size, radius, 170);
        StrokeBrush.Draw(ink, corner + size, below, radius, 170);
        StrokeBrush.Draw(ink, below, corner, radius, 170);
    }
}
