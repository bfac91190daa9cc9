using Cifra.Imaging;
using Cifra.Imaging.Lines;
using Cifra.Reading.Lines;

namespace Cifra.Tests.Reading.Lines;

/// <summary>Normalized lines of upright bars and broad blocks, and a classifier whose answers are known: a bar is a 1, a block a 0.</summary>
internal static class BarLines
{
    /// <summary>Columns from one shape to the next: wider than the widest digit, so no piece holds two shapes.</summary>
    public const int Pitch = 40;

    /// <summary>First row of every shape.</summary>
    public const int Top = (LineNormalizer.Height - LineNormalizer.DigitHeight) / 2;

    /// <summary>Width of a bar.</summary>
    public const int BarWidth = 4;

    private const int BlockWidth = 16;

    /// <summary>A line of shapes, '1' a bar and '0' a block, each in the middle of its place.</summary>
    public static GrayImage Draw(string shapes)
    {
        var line = new GrayImage(shapes.Length * Pitch, LineNormalizer.Height);
        for (int i = 0; i < shapes.Length; i++)
        {
            int width = shapes[i] == '1' ? BarWidth : BlockWidth;
            for (int y = Top; y < Top + LineNormalizer.DigitHeight; y++)
            {
                line.Row(y).Slice((i * Pitch) + ((Pitch - width) / 2), width).Fill(255);
            }
        }

        return line;
    }

    /// <summary>The lattice of such a line.</summary>
    /// <param name="shapes">The shapes.</param>
    /// <param name="barIsNone">Probability that a bar is no digit.</param>
    /// <param name="blockIsNone">Probability that a block is no digit.</param>
    public static Lattice Lattice(string shapes, float barIsNone = 0, float blockIsNone = 0) => Cifra.Reading.Lines.Lattice.Of(
        Draw(shapes),
        (pixels, probabilities, notADigit) =>
        {
            probabilities.Clear();
            for (int i = 0; i < notADigit.Length; i++)
            {
                bool isBar = IsBar(pixels.Slice(i * DigitPixels, DigitPixels));
                Span<float> row = probabilities.Slice(i * 10, 10);
                (row[1], row[7]) = isBar ? (0.9f, 0.1f) : (0, 0);
                (row[0], row[8]) = isBar ? (0, 0) : (0.8f, 0.2f);
                notADigit[i] = isBar ? barIsNone : blockIsNone;
            }
        });

    private const int DigitPixels = 28 * 28;

    // 20 rows of a bar cover some 80 pixels, those of a block some 300.
    private static bool IsBar(ReadOnlySpan<byte> pixels)
    {
        int inked = 0;
        foreach (byte level in pixels)
        {
            inked += level > 127 ? 1 : 0;
        }

        return inked < 160;
    }
}
