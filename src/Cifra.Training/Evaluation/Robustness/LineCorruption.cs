using Cifra.Numerics;

namespace Cifra.Evaluation.Robustness;

/// <summary>Rules and strokes that are none of the digit's: straight lines from edge to edge, near the middle of the picture, fainter than full ink.</summary>
internal sealed class LineCorruption() : Corruption(
    "lines", "lines", "straight lines across the digit, fainter than its ink", SeenBy.Field, 1, 2, 3, 4, 5)
{
    private const double Brightness = 160;
    private const double Width = 1;
    private const double MostOff = 9; // pixels from the middle: each line comes near the digit

    public override void Apply(ReadOnlySpan<byte> from, Span<byte> to, double dial, SeededRandom random)
    {
        from.CopyTo(to);
        for (int line = 0; line < (int)dial; line++)
        {
            (double sin, double cos) = Math.SinCos(random.NextDouble() * Math.PI);
            double off = ((2 * random.NextDouble()) - 1) * MostOff;
            for (int i = 0; i < to.Length; i++)
            {
                double away = Math.Abs((((i % Side) - ((Side - 1) / 2.0)) * cos) + (((i / Side) - ((Side - 1) / 2.0)) * sin) - off);
                to[i] = Math.Max(to[i], Level(Brightness * Math.Clamp((Width / 2) + 0.5 - away, 0, 1)));
            }
        }
    }
}
