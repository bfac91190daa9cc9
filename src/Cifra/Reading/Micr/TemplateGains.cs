using System.Numerics;

namespace Cifra.Reading.Micr;

/// <summary>Gains of E-13B, whose characters are compared with <see cref="MicrTemplates"/> pixel by pixel.</summary>
/// <remarks>A character t laid over the ink i leaves Σ(i - t)² unexplained, where paper left Σi²; so it gains 2·Σit - Σt².</remarks>
internal sealed class TemplateGains : MicrGains
{
    private const float LeastPart = 0.25f;

    private readonly MicrStrip _strip;
    private readonly MicrRaster _raster;

    private TemplateGains(MicrStrip strip, MicrRaster raster)
    {
        _strip = strip;
        _raster = raster;
    }

    /// <inheritdoc/>
    public override float Least => LeastPart;

    /// <inheritdoc/>
    public override float LeastAlone => 0.75f;

    /// <summary>The gains in a strip.</summary>
    public static new TemplateGains For(MicrStrip strip, MicrRaster raster)
    {
        MicrTemplates templates = MicrTemplates.E13B;
        double[] before = Squares(strip);
        return new TemplateGains(strip, raster)
        {
            InkBefore = before,
            Of = [.. templates.All.Select((template, i) => Gains(template, templates.Energies[i], strip, raster, before))],
        };
    }

    /// <inheritdoc/>
    public override float Most(int symbol, int column) => MicrTemplates.E13B.Energies[symbol];

    /// <inheritdoc/>
    public override double Certainty(int column) => 0.25; // of a print with noise the neighbouring pixels err together

    /// <inheritdoc/>
    public override double Row(int symbol, int column)
    {
        int heights = _strip.Rows - _raster.DigitRows + 1;
        return Enumerable.Range(0, heights).MaxBy(y => Product(MicrTemplates.E13B.All[symbol], _strip, _raster, column, y));
    }

    // At the best of some heights. Σit is at most √(Σi²·Σt²): where the ink is too little for the least gain, nothing is multiplied.
    private static float[] Gains(float[] template, float energy, MicrStrip strip, MicrRaster raster, double[] before)
    {
        float[] gains = new float[strip.Width];
        int heights = strip.Rows - raster.DigitRows + 1;
        double leastInk = (1 + LeastPart) * (1 + LeastPart) / 4 * energy;
        for (int x = 0; x < gains.Length; x++)
        {
            float best = 0;
            bool enough = before[Math.Min(strip.Width, x + raster.Width)] - before[x] >= leastInk;
            for (int y = 1; enough && y < heights; y += 2)
            {
                best = Math.Max(best, Product(template, strip, raster, x, y));
            }

            gains[x] = (2 * best) - energy;
        }

        return gains;
    }

    private static double[] Squares(MicrStrip strip)
    {
        double[] before = new double[strip.Width + 1];
        for (int x = 0; x < strip.Width; x++)
        {
            before[x + 1] = before[x];
            for (int y = 0; y < strip.Rows; y++)
            {
                float level = strip.Ink[(y * strip.Stride) + x];
                before[x + 1] += level * level;
            }
        }

        return before;
    }

    private static float Product(float[] template, MicrStrip strip, MicrRaster raster, int x, int y)
    {
        Vector<float> sum = Vector<float>.Zero;
        for (int row = 0; row < raster.DigitRows; row++)
        {
            ReadOnlySpan<float> ink = strip.Ink.AsSpan(((y + row) * strip.Stride) + x, raster.Stride);
            ReadOnlySpan<float> shape = template.AsSpan(row * raster.Stride, raster.Stride);
            for (int i = 0; i < shape.Length; i += Vector<float>.Count)
            {
                sum += new Vector<float>(ink[i..]) * new Vector<float>(shape[i..]);
            }
        }

        return Vector.Sum(sum);
    }
}
