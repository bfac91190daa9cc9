using Cifra.Data.Lines;
using Cifra.Data.Scenes;
using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Numerics;
using Cifra.Reading.Micr;

namespace Cifra.Data.Micr;

/// <summary>
/// Scans a printed line of magnetic ink as banks do: a strip of a cheque, a little askew, with noise, blur, patterns, specks, often in black and white
/// only.
/// </summary>
internal static class MicrScan
{
    /// <summary>What a strip shows around its line, in millimetres.</summary>
    private const float ScratchSlot = 4;

    /// <summary>Skew in degrees, either way.</summary>
    private const float Steepest = 2;

    /// <summary>A scan of one line.</summary>
    /// <param name="font">The font.</param>
    /// <param name="text">Its characters, and spaces.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="random">Decides on all that varies.</param>
    public static GrayImage Draw(MicrFont font, string text, int dpi, SeededRandom random)
    {
        float scale = dpi / 25.4f;
        GrayImage ink = Turned(MicrPrint.Line(MicrFace.Of(font), text, scale, ScratchSlot, random), random.NextSingle(-Steepest, Steepest));
        Void(ink, random.NextSingle(0, 0.02f), random);
        Blur(ink, random.NextSingle(0.2f, 0.9f));
        var pattern = new GrayImage(ink.Width, ink.Height);
        if (random.NextSingle() < 0.35f)
        {
            LinePattern.Print(pattern, 3 * scale, random);
        }

        float paper = random.NextSingle(190, 250);
        float black = random.NextSingle(10, 75);
        float noise = random.NextSingle(2, 22);
        var scan = new GrayImage(ink.Width, ink.Height);
        for (int i = 0; i < scan.Pixels.Length; i++)
        {
            float cover = Math.Max(ink.Pixels[i], 0.6f * pattern.Pixels[i]) / 255;
            scan.Pixels[i] = (byte)Math.Clamp(paper + ((black - paper) * cover) + (noise * random.NextGaussian()), 0, 255);
        }

        if (random.NextSingle() < 0.25f)
        {
            BlockCompression.Apply(scan, random.NextSingle(2, 9));
        }

        if (random.NextSingle() < 0.3f)
        {
            byte level = (byte)(black + ((paper - black) * random.NextSingle(0.4f, 0.6f)));
            Threshold.Above(scan, level).Pixels.CopyTo(scan.Pixels);
        }

        return scan;
    }

    private static GrayImage Turned(GrayImage ink, float degrees)
    {
        float sine = MathF.Sin(degrees * MathF.PI / 180);
        int higher = (int)Math.Ceiling(Math.Abs(sine) * ink.Width);
        double middle = ink.Width / 2.0;
        var toInk = Homography.Affine(1, sine, -sine * (ink.Height + higher) / 2.0, -sine, 1, (sine * middle) - (higher / 2.0));
        return Warp.Apply(ink, toInk, ink.Width, ink.Height + higher, beyond: 0);
    }

    // Small holes in the print, and specks of ink beside it.
    private static void Void(GrayImage ink, float share, SeededRandom random)
    {
        int count = (int)(share * ink.Pixels.Length / 4);
        for (int i = 0; i < count; i++)
        {
            int at = random.Next(ink.Pixels.Length);
            ink.Pixels[at] = (byte)(random.NextSingle() < 0.7f ? ink.Pixels[at] * 0.3f : Math.Max((int)ink.Pixels[at], 160));
        }
    }

    // A normal curve of that deviation, in pixels, across and down.
    private static void Blur(GrayImage ink, float deviation)
    {
        float side = MathF.Exp(-1 / (2 * deviation * deviation));
        float far = MathF.Exp(-4 / (2 * deviation * deviation));
        float whole = 1 + (2 * side) + (2 * far);
        byte[] line = new byte[Math.Max(ink.Width, ink.Height)];
        for (int y = 0; y < ink.Height; y++)
        {
            ink.Row(y).CopyTo(line);
            for (int x = 0; x < ink.Width; x++)
            {
                ink.Row(y)[x] = Mixed(line, x, ink.Width);
            }
        }

        for (int x = 0; x < ink.Width; x++)
        {
            for (int y = 0; y < ink.Height; y++)
            {
                line[y] = ink.Pixels[(y * ink.Width) + x];
            }

            for (int y = 0; y < ink.Height; y++)
            {
                ink.Pixels[(y * ink.Width) + x] = Mixed(line, y, ink.Height);
            }
        }

        byte Mixed(byte[] from, int at, int length)
        {
            float near = from[Math.Max(0, at - 1)] + from[Math.Min(length - 1, at + 1)];
            float beyond = from[Math.Max(0, at - 2)] + from[Math.Min(length - 1, at + 2)];
            return (byte)(((from[at] + (side * near) + (far * beyond)) / whole) + 0.5f);
        }
    }
}
